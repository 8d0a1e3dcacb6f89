import type { LessonsCopy } from '../copy.ts';

/** Whose new policy is another one. */
const whose = {
  '0': 'only KL’s',
  '1': 'only Wasserstein’s',
  '1.2': 'Wasserstein’s and Sinkhorn’s',
  '0.1.2': 'all three',
};

/** Lessons 5 to 8. */
export const second: LessonsCopy = {
  price: {
    title: 'The price, the radius and the dual',
    can: 'say how a radius δ makes a price β, and when the price is 0.',
    teaches:
      'A radius is kept by finding the price at which the step is exactly that long. The dual’s minimum is that price. As the policy improves there is less to gain, so the price falls by itself.',
    mistakes:
      'Students set β and δ both, or think δ is always used up. Near the best policy the greedy step is shorter than δ: the bound no longer binds and β is 0.',
    exam: {
      question: 'δ is halved. Does β rise or fall, and why?',
      answer: 'It rises: a shorter step is what is taken when moving costs more.',
    },
    scenes: [
      {
        title: 'Half the radius',
        text: 'The <radius>radius</radius> δ says how far an update may go. The rule then looks for the <price>price</price> β at which it goes exactly that far. Left δ is 0.1, right half of it.',
        ask: 'How will the price on the right be, compared with the left one?',
        options: { up: 'higher', same: 'the same', down: 'lower' },
        after: 'Left {wide}, right {narrow}. A shorter step is what one takes when moving costs more.',
      },
      {
        title: 'The area you may reach',
        text: 'The area is the <region>trust region</region>: every policy within δ. The line is where KL lands for each price. The point stands where the line leaves the area. Its price is {beta}.',
        ask: 'Turn δ up to 0.2 or more, and watch area and point grow.',
        after: 'The larger the area, the farther along its line the update goes, and the lower the price.',
      },
      {
        title: 'The price over the updates',
        text: 'On the cliff δ stays the same in each update. What is left to gain becomes less and less.',
        ask: 'What does the price do from the first update to the last?',
        options: { up: 'it rises', same: 'it stays', down: 'it falls' },
        after:
          'In KL from {first} to {tenth} after ten updates, and to 0 in the end. When there is little to gain, it takes a low price to move as far.',
      },
      {
        title: 'Take the price in your hand',
        text: 'Until now the rule turned β for you: the slider moved by itself. You can take hold of it at any time. Then the price is yours, and the length of the step follows.',
        ask: 'Drag the slider of the price, in any direction.',
        after: 'The price is by hand now. “auto” gives it back to its rule.',
      },
      {
        title: 'A radius that does not bind',
        text: 'Left δ is 0.1 again. On the right δ is 5, more than any step needs.',
        ask: 'What will the price on the right be?',
        options: { halves: 'about a fiftieth of the left one', zero: 'exactly 0', same: 'the same' },
        after:
          'β is {beta}: with room enough the greedy step is taken, straight to the best action. The radius no longer binds.',
      },
    ],
  },
  decay: {
    title: 'A falling price',
    can: 'say why a price that falls reaches the best policy, where a fixed one stops short.',
    teaches:
      'The dead zone is as wide as the price. If the price goes to 0, the dead zone closes, and every gain is taken in the end. This is the paper’s convergence result for exact advantages.',
    mistakes:
      'Students conclude that a falling price is always better. With sampled advantages it can stop exploring too early: see the claims page.',
    exam: {
      question: 'Why does β/(k+1) work for Wasserstein where any fixed β > 0 may fail?',
      answer:
        'Any gain that is left, however small, is above the price of its move from some update on. A fixed price never takes gains below it.',
    },
    scenes: [
      {
        title: 'Fixed or falling?',
        text: 'Both columns are Wasserstein on the cliff. Left the price stays at 4.4. Right it begins at 44 and is divided by the number of updates, so it is 4.4 at the tenth, and goes on falling.',
        ask: 'Who has reached the best policy after 60 updates?',
        options: { '0': 'only the fixed price', '1': 'only the falling price', both: 'both', none: 'neither' },
        after:
          'Left {fixed} is missing for good. Right it is {falling}: the <deadzone>dead zone</deadzone> shrank to nothing.',
      },
      {
        title: 'When did they part?',
        text: 'The timeline holds all updates. Early on the falling price is the higher one, and its column is behind.',
        ask: 'Drag the timeline back to update 12 or before.',
        after: 'First the falling price is slower, being higher. It overtakes where the fixed price has stopped.',
      },
      {
        title: 'And KL?',
        text: 'KL has no dead zone: it moves for every gain, if only a little. Again the price is fixed at 4.4 on the left and falls on the right.',
        ask: 'Which column is at the best policy after 60 updates?',
        options: { '0': 'the fixed price', '1': 'the falling price', none: 'neither' },
        after:
          'Fixed: {fixed} short, and creeping. Falling: {falling}. A fixed price does not stop KL, but it makes it slow.',
      },
      {
        title: 'In another world',
        text: 'A small map with a goal and a hazard, where every step may slip. Wasserstein with a fixed price of 0.1, and with one that falls from 1.',
        ask: 'Who comes within 1 % of the best return in 60 updates?',
        options: { '0': 'only the fixed price', '1': 'only the falling price', both: 'both', none: 'neither' },
        after: 'The fixed price stops {fixed} short. The falling one is {falling} from the best.',
      },
    ],
  },
  cost: {
    title: 'The cost of a move',
    can: 'say what M is, and which rule sees it.',
    teaches:
      'M says how far actions are apart. Wasserstein and Sinkhorn pay for distance; KL does not know it. A good M makes harmless swaps cheap and harmful ones dear.',
    mistakes: 'Students think M is part of the world or of the reward. It is a choice of whoever measures updates.',
    exam: {
      question:
        'All distances between actions are doubled and the price β is halved. What changes for Wasserstein, and for KL?',
      answer:
        'Nothing for Wasserstein: only β·M counts. KL does not see M, but its price was halved, so its step is longer.',
    },
    scenes: [
      {
        title: 'Farther away',
        text: 'A, B and C stand on a line; probability was carried to C by all three rules. Now C is moved away, to twice the distance from A. Rewards, prices and the old policy stay.',
        ask: 'Whose new policy will be another one?',
        options: whose,
        after:
          'C now gets {kl} from KL, as before, {w} from Wasserstein and {s} from Sinkhorn. KL looks at probabilities alone; the other two pay for the way.',
      },
      {
        title: 'The table M',
        text: 'All distances stand in one table, <cost>M</cost>: what it costs to carry probability from one action (a row) to another (a column).',
        ask: 'Switch the pictures under the maps to “Cost M”.',
        after: 'The table is the same for Wasserstein and Sinkhorn. KL’s column says that it does not use it.',
      },
      {
        title: 'Turning back, turning aside',
        text: 'In four rooms M is the angle between two moves: turning back costs twice as much as turning aside. Wasserstein prefers to turn aside.',
        ask: 'In the settings below, choose another cost of moves.',
        after:
          'Wasserstein’s column changed, KL’s did not. M is your choice: it says which swaps you would call small.',
      },
      {
        title: 'Nearer again',
        text: 'C stands far away, and B has most of the probability. Now C is moved nearer: half as far from A as it was.',
        ask: 'Whose new policy will be another one?',
        options: whose,
        after: 'Wasserstein now gives C {w}: the way has become worth its price. KL gives it {kl}, as it did before.',
      },
    ],
  },
  samples: {
    title: 'Few samples, and what “robust” means',
    can: 'say which errors Wasserstein does not feel, and why one run proves nothing.',
    teaches:
      'An error smaller than the price of the move it argues for does not change a Wasserstein step at all. A larger one changes it wholly. With truly few samples neither rule is ahead in general.',
    mistakes:
      'Students take “robust” for “better with few samples”. In the measured settings Wasserstein ended above KL in 4 of 20 and below in 8.',
    exam: {
      question: 'An advantage is wrong by ε. When does that change a Wasserstein update, and when a KL update?',
      answer:
        'Wasserstein’s only if it makes a move pay that did not (or the reverse): gain + ε against β·M. KL’s always, a little.',
    },
    scenes: [
      {
        title: 'A small error',
        text: 'B has .9, and at these prices Wasserstein moves nothing. Now someone makes an error: A looks better by 0.4 than it is.',
        ask: 'Whose update is changed by the error?',
        options: { '0': 'only KL’s', '1': 'only Wasserstein’s', '0.2': 'KL’s and Sinkhorn’s', '0.1.2': 'all three' },
        after:
          'Wasserstein still moves {w}: the error is too small to pay for a move. The <deadzone>dead zone</deadzone> that makes it stop short also makes it deaf to small errors.',
      },
      {
        title: 'A large error',
        text: 'The same state, and A looks better by 1.6 than it is. That is more than the price of the move.',
        ask: 'Who loses more return by it?',
        options: { alike: 'both the same' },
        after:
          'KL’s return is now {kl}, Wasserstein’s {w}. It carried everything to the wrong action. “Robust” has an edge, and the edge is the price.',
      },
      {
        title: 'Ten episodes',
        text: 'The cliff, learned from 10 episodes an update. All columns move the same share and see the same random numbers.',
        ask: 'Which has the highest return after 40 updates?',
        after: 'KL {kl}, Wasserstein {w}, Sinkhorn {s}. So Wasserstein is better with few samples? Do not answer yet.',
      },
      {
        title: 'Other dice',
        text: 'The same world, settings and rules. Only the seed is another: the episodes are other ones.',
        ask: 'Which has the highest return after 40 updates now?',
        after:
          'KL {kl}, Wasserstein {w}, Sinkhorn {s}. Another winner. One run proves nothing: the sweeps page runs hundreds, and the claims page shows what is left of the claim.',
      },
    ],
  },
};
