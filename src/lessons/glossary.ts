import type { Heat } from '../config/moment.ts';

/** A picture beside a word of the glossary, drawn from a column of a moment: its map, or the update of one state. */
export type GlossaryPicture =
  | { readonly moment: MomentKey; readonly column: number; readonly map: Heat }
  | { readonly moment: MomentKey; readonly column: number; readonly flow: 'most' | number };

const one = (policy: string, run: string): string =>
  `v=2&world=one-state&world.policy=${policy}&run=${run}&play=0&k=1&end`;

/** Moments that the engine is taken to when the pages are built, each a link. */
export const moments = {
  rulers: 'v=2&run=kl,rule:matched&run=wasserstein,rule:matched&run=sinkhorn,rule:matched&play=0&k=3&end',
  start: 'v=2&run=kl,rule:matched&play=0&k=0&end',
  best: 'v=2&run=wasserstein,rule:matched&play=0&k=15&end',
  sampled: 'v=2&estimator=monte-carlo&episodes=10&run=kl,rule:matched&play=0&k=10&end',
  rooms: 'v=2&world=four-rooms&run=wasserstein,rule:matched&play=0&k=6&end',
  own: 'v=2&world=gridworld&world.slip=0&run=wasserstein,rule:matched&play=0&k=6&end',
  chain: 'v=2&world=chain&run=sinkhorn,rule:fixed,beta:1,lambda:2&play=0&k=5&end',
  factor: one('0.5,0.3,0.2', 'kl,rule:fixed,beta:0.5'),
  careful: one('0.5,0.3,0.2', 'kl,rule:fixed,beta:3'),
  greedy: one('0.5,0.3,0.2', 'kl,delta:5'),
  carried: one('0.6,0.3,0.1', 'wasserstein,rule:fixed,beta:1'),
  dead: one('0.6,0.3,0.1', 'wasserstein,rule:fixed,beta:2'),
  tied: one('0.5,0.3,0.2', 'wasserstein,delta:0.05'),
  blurred: one('0.05,0.05,0.9', 'sinkhorn,rule:fixed,beta:1,lambda:2'),
  sharp: one('0.05,0.05,0.9', 'sinkhorn,rule:fixed,beta:1,lambda:1000'),
  bridge: one('0.5,0.3,0.2', 'bridge,rule:fixed,beta:0.5,dial:0.5'),
  misled:
    'v=2&world=one-state&world.rewards=0,0.6,1&world.policy=0.05,0.9,0.05&bias=1.6&biasPairs=0:0&run=wasserstein,rule:fixed,beta:1.2&play=0&k=1&end',
} as const;

type MomentKey = keyof typeof moments;

const map = (moment: MomentKey, show: Heat = 'policy', column = 0): GlossaryPicture => ({ moment, column, map: show });
const flow = (moment: MomentKey, state: 'most' | number = 'most', column = 0): GlossaryPicture => ({
  moment,
  column,
  flow: state,
});

/** The words of the glossary, in the order in which one learns them, each with the picture that shows it. */
export const glossary = {
  state: map('start'),
  action: flow('start', 36),
  policy: map('rulers'),
  map: map('rulers', 'policy', 1),
  reward: map('own'),
  best: map('best'),
  gap: map('rulers', 'value'),
  value: map('rulers', 'value', 1),
  discount: map('best', 'value'),
  advantage: flow('factor'),
  update: map('rulers', 'change'),
  change: map('rulers', 'change', 1),
  flow: flow('rulers', 'most', 1),
  plan: flow('carried'),
  step: map('rulers', 'change', 2),
  movement: flow('rulers', 'most', 2),
  region: flow('careful'),
  radius: flow('tied'),
  price: flow('careful'),
  beta: flow('carried'),
  auto: flow('rulers'),
  dual: flow('greedy'),
  kl: flow('factor'),
  wasserstein: flow('carried'),
  sinkhorn: flow('blurred'),
  lambda: flow('blurred'),
  blur: flow('sharp'),
  cost: flow('carried'),
  deadzone: flow('dead'),
  tie: flow('tied'),
  greedy: flow('greedy'),
  schedule: map('best', 'change'),
  numbers: flow('factor'),
  exact: map('rulers', 'policy', 2),
  sampled: map('sampled'),
  episode: map('sampled', 'change'),
  seed: map('sampled', 'value'),
  robust: flow('misled'),
  entropy: map('start', 'policy'),
  gradient: flow('careful'),
  dial: flow('bridge'),
  particles: flow('chain', 0),
} as const satisfies Readonly<Record<string, GlossaryPicture>>;

export type Word = keyof typeof glossary;

/** What a language says of each word. */
export type GlossaryCopy = Readonly<Record<Word, { readonly name: string; readonly text: string }>>;
