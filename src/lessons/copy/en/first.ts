import type { LessonsCopy } from '../copy.ts';

/** Lessons 1 to 4. */
export const first: LessonsCopy = {
  update: {
    title: 'One update, and why it is bounded',
    can: 'say what one update does, and why its length is limited.',
    teaches:
      'An update turns an old policy into a new one, at every state at once. A trust region limits how far. The three rules differ in how they measure "far", not in what they want.',
    mistakes:
      'Students take a column for an algorithm of its own. All three improve the same advantages; only the ruler differs. They also take the same δ in two rulers for the same length.',
    exam: {
      question:
        'With 30 sampled episodes an update, a learner without a bound stays at the start for good. Why does a bound help, although every single step is smaller?',
      answer:
        'Advantages hold for the old policy and are guessed from few visits. A greedy step trusts a wrong guess wholly, and then no longer visits what would correct it. A bounded step keeps visiting.',
    },
    scenes: [
      {
        title: 'The same policy, three rules',
        text: 'Each map is a <policy>policy</policy>: in every cell four triangles, brighter for the likelier move. Three columns improve the same policy of the same world. Only the rule differs by which an update is measured.',
        ask: 'Take one more update: press the arrow ▶ beside the timeline.',
        after:
          'That was one <update>update</update>: at every state, some probability went from worse moves to better ones.',
      },
      {
        title: 'Who moves most?',
        text: 'All columns begin alike: every move is equally likely. Now each takes one update. The setting above says “equal”.',
        ask: 'Which column will move the largest share of its probability?',
        options: { alike: 'all move the same' },
        after:
          'KL moved {kl}, Wasserstein {w}, Sinkhorn {s} of the probability. The length is the same in all three; what differs is *where* it was taken from. That is a fair comparison.',
      },
      {
        title: 'Look at one state',
        text: 'A ring marks one state on all maps. Under each map, ribbons show its update: left the old policy, right the new one. A ribbon is probability that went from one move to another.',
        ask: 'Click a cell, and see how each rule changed it.',
        after:
          'KL scales all moves a little. Wasserstein carries everything at few states, and leaves the others alone.',
      },
      {
        title: 'Why bound it at all?',
        text: 'Now the learner must guess: it plays 30 episodes before each update. The left column goes wherever its guess points. The right one moves at most 5 % of its probability.',
        ask: 'Which has the higher return after 30 updates?',
        options: { '0': 'the left one, without a bound', '1': 'the right one, with a bound', alike: 'about the same' },
        after:
          'Without a bound {free}, with one {bound}. The greedy step trusted a poor guess wholly, and stopped visiting what would have corrected it. This is what a <region>trust region</region> is for.',
      },
      {
        title: 'Another ruler, another length',
        text: 'Here each column keeps to a <radius>radius</radius> δ in its *own* ruler, and the numbers were chosen to look small: .01, .03, .01.',
        ask: 'Who moves most now?',
        options: { alike: 'all move the same' },
        after:
          'KL {kl}, Wasserstein {w}, Sinkhorn {s}. Equal numbers in two rulers are not equal steps. Before you say that a rule is faster, ask how far it moved.',
      },
    ],
  },
  kl: {
    title: 'KL: everything times a factor',
    can: 'predict a KL update: every action is multiplied by its own factor.',
    teaches: 'π′ ∝ π·exp(A/β). All actions move at once; how far apart they are plays no part; what is 0 stays 0.',
    mistakes:
      'Students expect KL to move only to the best action, or to bring back what has probability 0. They read β as a step size: a large β is a small step.',
    exam: {
      question: 'An action has probability 0 and by far the highest advantage. What does a KL update give it, and why?',
      answer: 'Nothing: 0 times any factor is 0. KL(π′‖π) is infinite where π′ has mass and π none.',
    },
    scenes: [
      {
        title: 'Where will it land?',
        text: 'One state, three actions. A corner of the triangle is a policy that always takes that action; the middle takes all alike. The ring is the old policy: A .5, B .3, C .2. The rewards are A 0, B 0.7, C 1.',
        ask: 'Drag the point to where KL’s new policy will be, at a price β of 0.5.',
        after:
          'KL multiplies each action by its own factor, larger for the better ones. Nobody is left out, nobody is taken whole.',
      },
      {
        title: 'A factor for each action',
        text: 'The factor is e to the power A/β, and then all are divided by their sum. Here <beta>β</beta> is {beta}; A of the first action is {a}, of the last {c}.',
        ask: 'Look at the path: it is where KL lands for every price.',
        after: 'A was multiplied by {fa}, B by {fb}, C by {fc}. Above 1 it grew, below 1 it shrank.',
      },
      {
        title: 'Turn the price',
        text: 'The <price>price</price> β says what moving costs. A high price is a careful step; at a price of 0 everything goes to the best action.',
        ask: 'Turn β down to 0.2 or less, and watch the dashed point run along its path.',
        after: 'The dashed point is the next update at your price. The lower the price, the nearer the corner C.',
      },
      {
        title: 'Nothing comes from nothing',
        text: 'C is the best action, but the old policy never takes it: its probability is exactly 0. KL will be run for 30 updates.',
        ask: 'When will C be likely?',
        options: { soon: 'before update 30', late: 'later, but it is growing', never: 'never' },
        after: 'C is at {c}, B at {b}. Zero times any factor is zero. KL keeps to what the old policy already does.',
      },
      {
        title: 'Once more',
        text: 'Other rewards: A 1, B 0.2, C 0. The old policy: A .2, B .2, C .6. The price is 0.4.',
        ask: 'Drag the point to where KL will land.',
        after: 'A grew the most, but C, which was likely, keeps a good share. A factor cannot do more in one step.',
      },
    ],
  },
  wasserstein: {
    title: 'Wasserstein: carried along cheap moves',
    can: 'say when a Wasserstein update moves probability at all, and what a dead zone is.',
    teaches:
      'Probability is carried from one action to another where gain > β · distance, all of it or nothing. Smaller gains are a dead zone: at a fixed price they are never taken.',
    mistakes:
      'Students expect a little movement for a little gain, as with KL. They take the dead zone for a fault of the code: it is exact, and it is why the price must fall.',
    exam: {
      question:
        'A gain of 0.3 over a distance of 0.5 at a price of 1. Does Wasserstein move that probability? At which price would it?',
      answer: 'No: 0.3 is less than 1 · 0.5. It does at every price below 0.3 / 0.5 = 0.6.',
    },
    scenes: [
      {
        title: 'Which column moves?',
        text: 'Three actions on a line, half a unit apart. Rewards: A 0, B 0.7, C 1. Most probability is at A. The columns are all Wasserstein; only the <price>price</price> differs: 2, 1 and 0.5.',
        ask: 'Which columns will carry probability away from A?',
        options: { all: 'all three', two: 'those with price 1 and 0.5', one: 'only that with 0.5', none: 'none' },
        after:
          'From A to B gains 0.7 and is 0.5 away: 1.4 a unit. That pays at a price of 1 and of 0.5, and does not pay at 2.',
      },
      {
        title: 'Gain against price',
        text: 'The price is {beta} a unit of distance. From A to B the gain is {near} a unit, from B to C {far}. A ribbon says what was carried.',
        ask: 'Read the ribbons: what moved, and what stayed?',
        after:
          'Where the gain is above the price, everything is carried. Where it is below, nothing is: not a little, nothing.',
      },
      {
        title: 'Into the dead zone, and out',
        text: 'At a price of 2 nothing pays, so nothing moves: all gains lie in the <deadzone>dead zone</deadzone>.',
        ask: 'Turn β down below 0.6 and watch: first A goes to B, then everything goes to C.',
        after: 'Two jumps, and nothing between them. Each gain has its own price at which it begins to pay.',
      },
      {
        title: 'What a fixed price costs',
        text: 'Back on the cliff. Both columns keep the price 4.4 for good. Left is Wasserstein, right is KL.',
        ask: 'Where will Wasserstein be after 40 updates?',
        options: { best: 'at the best policy', short: 'short of it, and standing still' },
        after:
          'It stands {gap} short of the best return, for good: what is left to gain costs more than it gains. KL is {kl} short and still creeping.',
      },
      {
        title: 'Once more',
        text: 'Now B pays only 0.4: A 0, B 0.4, C 1, half a unit apart. Prices are again 2, 1 and 0.5.',
        ask: 'Which columns carry probability away from A?',
        options: { all: 'all three', two: 'those with price 1 and 0.5', one: 'only that with 0.5', none: 'none' },
        after:
          'From A to B is now 0.8 a unit, and so is nothing at a price of 1. From A straight to C is exactly 1, which does not pay either.',
      },
    ],
  },
  sinkhorn: {
    title: 'Sinkhorn: carried, with blur',
    can: 'say what λ does, and why a small λ is not a careful step.',
    teaches:
      'Sinkhorn carries as Wasserstein does, and spreads what it carries. The larger λ, the less blur; λ → ∞ is Wasserstein. The blur moves probability even where nothing is gained.',
    mistakes: 'Students read λ as a step size. A small λ moves more, not less, and what it moves gains nothing.',
    exam: {
      question:
        'At a fixed price a Sinkhorn policy with λ = 2 starts near the best action and ends worse. What happened?',
      answer:
        'The entropy of the plan rewards spreading. At λ = 2 that bonus outweighs the loss, so mass leaves the best action until both balance: a fixed point that is not the best policy.',
    },
    scenes: [
      {
        title: 'A careful step?',
        text: 'The policy is nearly right: C pays most and has .9. Both columns are Sinkhorn at the same price. On the left <lambda>λ</lambda> is 1000, on the right 2.',
        ask: 'Which column moves more in one update?',
        options: { '0': 'λ = 1000', '1': 'λ = 2', alike: 'both the same' },
        after:
          'λ = 1000 moved {sharp}, λ = 2 moved {blurred}. The small λ even took probability *away* from the best action: .9 became {to}.',
      },
      {
        title: 'Turn the blur up',
        text: 'Sinkhorn carries like Wasserstein, and blurs what it carries. <lambda>λ</lambda> says how little: the smaller, the more blur.',
        ask: 'Turn λ down to 3 or less, and watch the dashed ribbons.',
        after: 'Ribbons leave C, though nothing is gained by it: the blur moves probability for its own sake.',
      },
      {
        title: 'And down',
        text: 'Now the other way. As λ grows the blur goes, and the plan becomes that of Wasserstein: whole ribbons or none.',
        ask: 'Turn λ up to 500 or more.',
        after: 'At 1000 you could not tell it from Wasserstein. Large λ: sharp. Small λ: blurred.',
      },
      {
        title: 'A fixed point that is not the best',
        text: 'Left Wasserstein, right Sinkhorn with λ = 2, both at a price of 1. The return begins at .935. They are run for 20 updates.',
        ask: 'What does the return of the blurred column do?',
        options: { up: 'it rises', same: 'it stays', down: 'it falls' },
        after:
          'From {before} to {after}, where it stays: the blur takes from the best action as much as the gain gives back.',
      },
      {
        title: 'A floor that stays',
        text: 'Five states in a chain, at a fixed price of 1. λ is 20, 5 and 2.',
        ask: 'Which column is farthest from the best return after 60 updates?',
        options: { '0': 'λ = 20', '1': 'λ = 5', '2': 'λ = 2' },
        after:
          'λ = 20 is {twenty} short, λ = 5 {five}, λ = 2 {two}. A little blur is a help: it finds what Wasserstein’s dead zone hides. Too much is a loss that stays.',
      },
    ],
  },
};
