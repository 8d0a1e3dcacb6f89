import { decodeLink, encodeLink } from './link.ts';
import { defaultMoment } from './moment.ts';
import type { PlaygroundConfig } from './playground-config.ts';
import { OPENING_WORLD } from './playground-config.ts';

/** A configuration worth looking at, as a link's fragment: what it asks, and what there is to see. */
export interface Scene {
  /** In a word or three. */
  readonly name: string;
  readonly question: string;
  readonly text: string;
  readonly link: string;
}

/** Scenes of the picker; the settings are those at which the methods were measured to differ visibly. */
export const scenes: readonly Scene[] = [
  {
    name: 'Three rulers',
    question: 'How far may a policy jump in one update, and measured how?',
    text: 'Three rules improve the same policy. Each may move the same amount of probability. Watch where each takes it from.',
    link: 'v=2&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched&play=0&stop=3&end',
  },
  {
    name: 'One state',
    question: 'What may one update reach?',
    text: 'One state, three actions. Drag the rewards, the old policy and where the actions stand: the area is what each rule may reach, the line where it lands for every price. KL does not see how far the actions are apart.',
    link: 'v=2&world=one-state&run=kl&run=wasserstein&run=sinkhorn&play=0&stop=1&end',
  },
  {
    name: 'Dead zone',
    question: 'What if moving has a fixed price?',
    text: 'Wasserstein ignores every gain below the price of the move, and stops short of the best for good. KL is only slow; Sinkhorn’s blur leaks through.',
    link: 'v=1&run=kl,rule:fixed,beta:4.4&run=wasserstein,rule:fixed,beta:4.4&run=sinkhorn,rule:fixed,beta:4.4',
  },
  {
    name: 'Falling price',
    question: 'What if the price falls a little with every update?',
    text: 'The same price, divided by k + 1: the dead zone shrinks to nothing, and all three reach the best.',
    link: 'v=1&run=kl,rule:harmonic,beta:44&run=wasserstein,rule:harmonic,beta:44&run=sinkhorn,rule:harmonic,beta:44',
  },
  {
    name: 'Blur λ',
    question: 'What does Sinkhorn’s λ do?',
    text: 'The smaller λ, the more mass blurs over all actions, even where there is nothing to gain: a floor under exploration, and a loss that stays.',
    link: 'v=1&world=chain&run=wasserstein,rule:fixed,beta:1&run=sinkhorn,rule:fixed,beta:1,lambda:20&run=sinkhorn,rule:fixed,beta:1,lambda:5&run=sinkhorn,rule:fixed,beta:1,lambda:2',
  },
  {
    name: 'Own radius',
    question: 'And if each keeps to a radius in its own ruler?',
    text: 'The price is solved for at every update. It falls by itself as the policy improves, until the greedy step fits the radius. One δ is not one step: rulers differ.',
    link: 'v=1',
  },
  {
    name: 'Equal steps',
    question: 'Which is fastest when all move equally?',
    text: 'Every column moves by the same total variation: Wasserstein and Sinkhorn come within 1 % in about 38 updates, KL in 49.',
    link: 'v=1&world=four-rooms&run=kl,rule:matched,tau:0.01&run=wasserstein,rule:matched,tau:0.01&run=sinkhorn,rule:matched,tau:0.01',
  },
  {
    name: 'Geometry',
    question: 'What if turning back costs more than turning aside?',
    text: 'With the angle between moves as cost, Wasserstein prefers to turn aside. A mechanism more than a win.',
    link: 'v=1&world=four-rooms&cost=angle',
  },
  {
    name: 'One dial',
    question: 'Is there anything between KL and Wasserstein?',
    text: 'Six bridges that all move equally: s = 0 is KL, s = 1 Wasserstein. No straight road: within 1 % after 23, 31, 42, 35, 23 and 14 updates. In the middle the plan’s blur spends movement that gains nothing.',
    link: `v=1${[0, 0.2, 0.4, 0.6, 0.8, 1].map((s) => `&run=bridge,rule:matched,tau:0.02,dial:${s}`).join('')}`,
  },
  {
    name: 'Which way round',
    question: 'KL of new from old, or of old from new?',
    text: 'One fixed price, and alike for 30 updates. Then KL has made the better way too rare to find soon; forward KL leaves every action a share, and arrives some 150 updates before.',
    link: 'v=1&run=kl,rule:fixed,beta:4.4&run=forward-kl,rule:fixed,beta:4.4',
  },
  {
    name: 'W₁ and W₂',
    question: 'One jump, or many steps?',
    text: 'The cost is the angle between moves, or its square: turning back then costs as much as four turns aside, not two. Both move equally; W₁ comes within 1 % in 16 updates, W₂ in 19.',
    link: 'v=1&cost=angle&run=wasserstein,rule:matched,tau:0.02&run=wasserstein,power:2,rule:matched,tau:0.02',
  },
  {
    name: 'Walls',
    question: 'What should it cost to swap two moves into one wall?',
    text: 'The cost of one move for another is how far apart they land. Into one wall: nothing. Off the cliff: all the way back. At equal movement Wasserstein is within 1 % in 16 updates, KL, which sees no cost, in 23.',
    link: 'v=1&cost=behaviour&run=kl,rule:matched,tau:0.02&run=wasserstein,rule:matched,tau:0.02',
  },
  {
    name: 'Samples',
    question: 'And when it learns from what it saw?',
    text: 'Thirty episodes an update and a model learned from counts: the same random numbers in every column.',
    link: 'v=1&world=taxi&estimator=model',
  },
  {
    name: 'Networks',
    question: 'And where states cannot be counted?',
    text: 'Each rule makes new rows at every state of a batch, and a network is fitted to them. Wasserstein’s all-or-nothing rows are the hardest to fit.',
    link: 'v=1&world=cart-pole',
  },
  {
    name: 'Particles',
    question: 'And where actions are numbers?',
    text: 'Eight actions are drawn at a state and tried in the simulator. KL re-weights them, Wasserstein carries each to the best in reach, Sinkhorn does so with blur; a Gaussian is fitted to what comes out.',
    link: 'v=2&world=pendulum&end',
  },
  {
    name: 'A runner',
    question: 'Can it learn to run, in this page?',
    text: 'MuJoCo in the page: six joints, learned from scratch in minutes. What moves before you press play is a recording.',
    link: 'v=2&world=half-cheetah&play=0&end',
  },
];

/** What the page opens with where its address names nothing: an update that is worth seeing, before anything is pressed. */
export const OPENING_SCENE = scenes[0]!;

/** Of each scene that was asked for, its link as `encodeLink` writes it. */
const known = new Map<Scene, string>();

/** The scene that a config is, but for how it is opened and where it pauses. */
export function sceneOf(config: PlaygroundConfig): Scene | undefined {
  const asked = bare(config);
  // reading every scene's link takes longer than the page may on its way to the first picture
  return scenes.find((scene) => mayBe(scene, config) && bareOf(scene) === asked);
}

function bareOf(scene: Scene): string {
  const link = known.get(scene) ?? bare(decodeLink(scene.link).config);
  known.set(scene, link);
  return link;
}

function bare(config: PlaygroundConfig): string {
  return encodeLink({ ...config, play: true, stop: null, view: 'explore', moment: defaultMoment });
}

/** Whether a scene's link names the world and as many columns. */
function mayBe({ link }: Scene, { world, runs }: PlaygroundConfig): boolean {
  const [, named = OPENING_WORLD] = /&world=([^&]*)/.exec(link) ?? [];
  return named === world.kind && [runs.length, 0].includes(link.split('&run=').length - 1);
}
