import { decodeLink, encodeLink } from './link.ts';
import type { PlaygroundConfig } from './playground-config.ts';

/** A configuration worth looking at, as a link's fragment, with what there is to see. */
export interface Scene {
  readonly name: string;
  readonly text: string;
  readonly link: string;
}

/** Scenes of the picker; the settings are those at which the methods were measured to differ visibly. */
export const scenes: readonly Scene[] = [
  {
    name: 'The dual optimum at work',
    text: 'β minimises the dual at every iteration: it falls by itself as the policy improves, until the greedy step fits the radius.',
    link: 'v=1',
  },
  {
    name: 'A fixed β: the dead zone',
    text: 'Wasserstein ignores every gain smaller than β M and stops short of the optimum for good. KL is only slow; Sinkhorn’s smear leaks through.',
    link: 'v=1&run=kl,rule:fixed,beta:4.4&run=wasserstein,rule:fixed,beta:4.4&run=sinkhorn,rule:fixed,beta:4.4',
  },
  {
    name: 'Decay cures the dead zone',
    text: 'The same β, divided by k + 1: the dead zone shrinks to nothing, and all three reach the optimum.',
    link: 'v=1&run=kl,rule:harmonic,beta:44&run=wasserstein,rule:harmonic,beta:44&run=sinkhorn,rule:harmonic,beta:44',
  },
  {
    name: 'Sinkhorn’s smear and λ',
    text: 'The smaller λ, the more mass smears over all actions, even where there is nothing to gain: a floor under exploration, and a loss that stays.',
    link: 'v=1&world=chain&run=wasserstein,rule:fixed,beta:1&run=sinkhorn,rule:fixed,beta:1,lambda:20&run=sinkhorn,rule:fixed,beta:1,lambda:5&run=sinkhorn,rule:fixed,beta:1,lambda:2',
  },
  {
    name: 'Matched movement',
    text: 'Every column moves by the same total variation, the fair comparison: Wasserstein and Sinkhorn come within 1 % in about 38 iterations, KL in 49.',
    link: 'v=1&world=four-rooms&run=kl,rule:matched,tau:0.01&run=wasserstein,rule:matched,tau:0.01&run=sinkhorn,rule:matched,tau:0.01',
  },
  {
    name: 'Geometry of the actions',
    text: 'With the angle between moves as cost, Wasserstein prefers to turn aside over turning back. A mechanism more than a win.',
    link: 'v=1&world=four-rooms&cost=angle',
  },
  {
    name: 'One dial from KL to Wasserstein',
    text: 'Six bridges that all move the policy equally: s = 0 is KL, s = 1 Wasserstein. No straight road: they come within 1 % after 23, 31, 42, 35, 23 and 14 iterations. In the middle the plan’s blur spends movement that gains nothing.',
    link: `v=1${[0, 0.2, 0.4, 0.6, 0.8, 1].map((s) => `&run=bridge,rule:matched,tau:0.02,dial:${s}`).join('')}`,
  },
  {
    name: 'Which way round? KL forward and backward',
    text: 'One fixed price, and alike for 30 iterations. Then KL has made the better way too rare to find soon, as its tail is exponential in 1/β; forward KL leaves every action a share, and arrives some 150 iterations before.',
    link: 'v=1&run=kl,rule:fixed,beta:4.4&run=forward-kl,rule:fixed,beta:4.4',
  },
  {
    name: 'W₁ and W₂: one jump or many steps',
    text: 'The cost is the angle between moves, or its square: turning back then costs as much as four turns aside, not two. Both move equally; W₁ comes within 1 % in 16 iterations, W₂ in 19.',
    link: 'v=1&cost=angle&run=wasserstein,rule:matched,tau:0.02&run=wasserstein,power:2,rule:matched,tau:0.02',
  },
  {
    name: 'Two moves into one wall cost nothing',
    text: 'The cost of one move for another is how far apart they land. Into one wall: nothing. Off the cliff: all the way back to the start. At equal movement Wasserstein is within 1 % in 16 iterations, KL, which sees no cost, in 23.',
    link: 'v=1&cost=behaviour&run=kl,rule:matched,tau:0.02&run=wasserstein,rule:matched,tau:0.02',
  },
  {
    name: 'Learning from samples',
    text: 'Thirty episodes an iteration and a model learned from counts: the same random numbers in every column.',
    link: 'v=1&world=taxi&estimator=model',
  },
  {
    name: 'Networks: cart-pole',
    text: 'The same updates where states cannot be counted: each makes new rows at every state of a batch, and a network is fitted to them. Wasserstein’s all-or-nothing rows are the hardest to fit.',
    link: 'v=1&world=cart-pole',
  },
  {
    name: 'Particles: pendulum',
    text: 'Sixteen actions are drawn at a state and valued. KL re-weights them, Wasserstein carries each to the best in reach, Sinkhorn does so with blur; a Gaussian is fitted to what comes out.',
    link: 'v=1&world=pendulum',
  },
  {
    name: 'A half-cheetah learns to run',
    text: 'MuJoCo in the page: six joints, learned from scratch. What moves before you press play is a recording.',
    link: 'v=1&world=half-cheetah&play=0&run=kl',
  },
];

/** Scenes' links as `encodeLink` writes them. */
const known = new Map<string, Scene>();

/** The scene that a config is, but for how it is opened and where it pauses. */
export function sceneOf(config: PlaygroundConfig): Scene | undefined {
  const bare = (whole: PlaygroundConfig): string => encodeLink({ ...whole, play: true, stop: null });
  if (known.size === 0) for (const scene of scenes) known.set(bare(decodeLink(scene.link).config), scene);
  return known.get(bare(config));
}
