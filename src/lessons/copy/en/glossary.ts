import type { GlossaryCopy } from '../../glossary.ts';

/** What the pages' words and signs mean, each in a sentence or two for someone who knows expectation and gradient. */
export const glossary: GlossaryCopy = {
  state: {
    name: 'state',
    text: 'Where the learner is. The state whose update is shown below is ringed on every map. It follows the one that moved most, until you pin another: hover or tap a cell, click or Enter pins.',
  },
  action: {
    name: 'action',
    text: 'What can be done at a state. On a map the four triangles of a cell are four moves.',
  },
  policy: {
    name: 'policy π',
    text: 'π, how likely each action is at each state. An update makes a new policy from an old one.',
  },
  map: {
    name: 'map',
    text: 'A cell is a state; its four triangles are the four moves, the brighter the likelier. A white edge marks the likeliest move, two a tie. The ring is the state whose update is shown below: it follows the one that moved most, until you hover or tap another.',
  },
  reward: { name: 'reward', text: 'What a step pays. Off the cliff it is −100, any other step −1.' },
  best: {
    name: 'return, and from best',
    text: 'The expected discounted return of this policy, and how much the best possible one has more.',
  },
  gap: { name: 'gap', text: 'What is still missing to the return of the best policy. At 0 nothing is left to learn.' },
  value: {
    name: 'value V',
    text: 'V: the return that is expected from each state on, under this policy. Colours go from the lowest value of the uniform policy to the highest of the best one, in all columns alike.',
  },
  discount: {
    name: 'discount γ',
    text: 'γ: what a reward is worth one step later. The smaller, the shorter the sight.',
  },
  advantage: {
    name: 'advantage A',
    text: 'A: how much better an action is than what the policy does on average there. It is what pulls on probability.',
  },
  update: {
    name: 'update',
    text: 'One update makes a new policy from the old one, at every state at once. The timeline holds all updates so far; ▲ marks a setting that was changed on the way.',
  },
  change: {
    name: 'last change Δπ',
    text: 'Δπ, what the last update changed. Orange: more likely than before; blue: less; on a square-root scale, so that small changes are seen. The bar at the foot of a cell: the share of the radius δ that its state used; a notch: more than δ.',
  },
  flow: {
    name: 'flow',
    text: 'Left the old policy, right the new one; a ribbon is the probability that went from one action to another, as wide as it is much. Where a rule names no such plan it is derived: the cheapest way to get there, hatched.',
  },
  plan: {
    name: 'plan',
    text: 'Who gets whose probability: all ribbons of a state together. Its rows and columns sum to the new and the old policy.',
  },
  step: {
    name: 'step',
    text: 'One update makes a new policy from the old one, at every state at once. How far it may go: equal – every rule moves the same share of probability, the fair comparison. own radius – each keeps to δ in its own ruler. price by hand – you set β.',
  },
  movement: {
    name: 'movement τ',
    text: 'τ, the share of probability that an update moves: half the sum of all changes, averaged over the states that are visited. At 1 everything has moved.',
  },
  region: {
    name: 'trust region',
    text: 'All policies of three actions are a triangle. The area is the trust region, what the update may reach; the line is where it lands for every price from ∞ to 0; the dot is where it landed.',
  },
  radius: {
    name: 'radius δ',
    text: 'δ, how far an update may go in this rule’s own ruler. The same δ is not the same step in two rulers.',
  },
  price: {
    name: 'price β',
    text: 'β, the price of moving. A large price is a careful update, a small one a greedy one. Set to “auto”, it is solved for at every update; take hold of the slider and it is yours from this update on.',
  },
  beta: {
    name: 'β, a unit',
    text: 'β, the price of moving a unit of probability a unit of distance. A move is worth it where its gain is above its price.',
  },
  auto: {
    name: 'auto',
    text: 'The price follows its rule again: it is solved for so that the update moves as far as it may.',
  },
  dual: {
    name: 'dual',
    text: 'A curve over the price. Where it is lowest is the price at which the update spends exactly its radius.',
  },
  kl: {
    name: 'KL',
    text: 'Kullback–Leibler: every action is multiplied by its own factor e^{A/β}. It does not know how far actions are apart.',
  },
  wasserstein: {
    name: 'Wasserstein',
    text: 'Probability is carried from action to action where the gain is above the price of the way: all of it, or nothing.',
  },
  sinkhorn: {
    name: 'Sinkhorn',
    text: 'As Wasserstein, but blurred: what is carried spreads over all actions, the more the smaller λ is.',
  },
  lambda: { name: 'λ', text: 'λ: the larger, the less Sinkhorn blurs; at ∞ it is Wasserstein.' },
  blur: { name: 'blur', text: 'What Sinkhorn moves beside what pays. Here λ is large, and there is none.' },
  cost: {
    name: 'cost of a move M',
    text: 'M: what it costs to move probability from one action (row) to another (column). KL does not use it.',
  },
  deadzone: {
    name: 'dead zone',
    text: 'The gains that are too small to pay for the move: at a fixed price they are never taken.',
  },
  tie: {
    name: 'tie θ',
    text: 'At one price a move pays exactly what it costs. Then θ, between 0 and 1, says how much of it is made, so that the radius is met.',
  },
  greedy: { name: 'greedy', text: 'An update at a price of 0: everything goes to the best action.' },
  schedule: {
    name: 'falling price',
    text: 'A price that is lowered with every update, as β/(k+1). The dead zone closes, and the best policy is reached.',
  },
  numbers: {
    name: 'numbers',
    text: 'The plan as a table: rows are old actions, columns new ones; the diagonal stayed. · is exactly nothing, .00 is less than .005.',
  },
  exact: {
    name: 'exact',
    text: 'Advantages say how much better an action is than what the policy does. Exact ones are computed from the world itself, so there is no chance in them.',
  },
  sampled: {
    name: 'sampled',
    text: 'Advantages that are guessed from episodes that were played. With few episodes the guess is poor.',
  },
  episode: {
    name: 'episode',
    text: 'One run from the start to an end. An update that learns from samples first plays some.',
  },
  seed: {
    name: 'seed',
    text: 'The number from which everything random follows. Another seed is another run of the dice.',
  },
  robust: {
    name: 'robust',
    text: 'Not changed by an error. Wasserstein does not feel errors smaller than the price of the move; larger ones it follows wholly.',
  },
  entropy: {
    name: 'entropy',
    text: 'How undecided a policy is: highest where all actions are equally likely, 0 where one has everything.',
  },
  gradient: {
    name: 'gradient',
    text: 'The direction in which small changes of the policy’s numbers raise the return fastest.',
  },
  dial: { name: 'dial s', text: 's, a number from 0, which is KL, to 1, which is Wasserstein.' },
  particles: {
    name: 'particles',
    text: 'A few actions that are drawn from the old policy and stand for all of them: each is valued, and then treated like an action of a table.',
  },
};
