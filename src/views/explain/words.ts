/** What the page's words and signs mean, each in a sentence or two for someone who knows expectation and gradient. */
export const words = {
  step: 'One update makes a new policy from the old one, at every state at once. How far it may go: equal – every rule moves the same share of probability, the fair comparison. own radius – each keeps to δ in its own ruler. price by hand – you set β.',
  movement:
    'τ, the share of probability that an update moves: half the sum of all changes, averaged over the states that are visited. At 1 everything has moved.',
  price:
    'β, the price of moving. A large price is a careful update, a small one a greedy one. Set to “auto”, it is solved for at every update; take hold of the slider and it is yours from this update on.',
  auto: 'The price follows its rule again: it is solved for so that the update moves as far as it may.',
  best: 'The expected discounted return of this policy, and how much the best possible one has more.',
  update:
    'One update makes a new policy from the old one, at every state at once. The timeline holds all updates so far; ▲ marks a setting that was changed on the way.',
  map: 'A cell is a state; its four triangles are the four moves, the brighter the likelier. A white edge marks the likeliest move, two a tie. The ring is the state whose update is shown below: it follows the one that moved most, until you hover or tap another; a click or Enter pins it.',
  state:
    'The state whose update is shown below, ringed on every map. It follows the one that moved most, until you pin another: hover or tap a cell, click or Enter pins.',
  flow: 'Left the old policy, right the new one; a ribbon is the probability that went from one action to another, as wide as it is much. Where a rule names no such plan it is derived: the cheapest way to get there, hatched.',
  region:
    'All policies of three actions are a triangle. The area is the trust region, what the update may reach; the line is where it lands for every price from ∞ to 0; the dot is where it landed.',
  numbers:
    'The plan as a table: rows are old actions, columns new ones; the diagonal stayed. · is exactly nothing, .00 is less than .005.',
  cost: 'M: what it costs to move probability from one action (row) to another (column). KL does not use it.',
  radius: 'δ, how far an update may go in this rule’s own ruler. The same δ is not the same step in two rulers.',
  lambda: 'λ: the larger, the less Sinkhorn blurs; at ∞ it is Wasserstein.',
  exact:
    'Advantages say how much better an action is than what the policy does. Exact ones are computed from the world itself, so there is no chance in them.',
  sampled: 'Advantages that are guessed from episodes that were played. With few episodes the guess is poor.',
  beta: 'β, the price of moving a unit of probability a unit of distance. A move is worth it where its gain is above its price.',
  deadzone: 'The gains that are too small to pay for the move: at a fixed price they are never taken.',
  policy: 'π, how likely each action is at each state. An update makes a new policy from an old one.',
  particles:
    'A few actions that are drawn from the old policy and stand for all of them: each is valued, and then treated like an action of a table.',
  dial: 's, a number from 0, which is KL, to 1, which is Wasserstein.',
  gradient: 'The direction in which small changes of the policy’s numbers raise the return fastest.',
  change:
    'Δπ, what the last update changed. Orange: more likely than before; blue: less; on a square-root scale, so that small changes are seen. The bar at the foot of a cell: the share of the radius δ that its state used; a notch: more than δ.',
  value:
    'V: the return that is expected from each state on, under this policy. Colours go from the lowest value of the uniform policy to the highest of the best one, in all columns alike.',
} as const;

export type Word = keyof typeof words;
