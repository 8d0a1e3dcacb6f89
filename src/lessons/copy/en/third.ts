import type { LessonsCopy } from '../copy.ts';

/** Lessons 9 to 11. */
export const third: LessonsCopy = {
  body: {
    title: 'The same, in a body that moves',
    can: 'say how a trust region works where actions are numbers: with particles.',
    teaches:
      'Of a continuum of actions a few are drawn, valued by the simulator, and re-weighted or carried as before. Then a Gaussian is fitted to what came out.',
    mistakes:
      'Students think that continuous actions need another theory. The step at a state is the same; drawing and fitting are what is added.',
    exam: {
      question:
        'Eight particles stand for a Gaussian. Name one thing that is lost when a Gaussian is fitted to Wasserstein’s new weights.',
      answer: 'Their all-or-nothing shape: mean and spread cannot say that seven of eight actions have no mass.',
    },
    scenes: [
      {
        title: 'Eight tries',
        text: 'A pendulum is pushed left or right by any strength. No triangle holds all of these actions. So eight are drawn, and the simulator tries each: these are <particles>particles</particles>. Then they are treated like the actions of a table.',
        ask: 'After one update, which column leaves the fewest particles with any probability?',
        options: { alike: 'all the same' },
        after:
          'KL keeps {kl} of 8, Wasserstein {w}, Sinkhorn {s}. The same as in the triangle: factors, whole moves, whole moves with blur.',
      },
      {
        title: 'Let it swing',
        text: 'After the particles a bell curve is fitted, and the body acts by it. Each update takes a fraction of a second.',
        ask: 'Press Play, and wait until update 8.',
        after: 'The return rises, all in this page. The scene above shows the last episode.',
      },
      {
        title: 'A body that hops',
        text: 'The hopper has a foot, a knee and a hip. The values of its particles come from fifteen steps of the simulator each. One update takes some seconds.',
        ask: 'Take one update, and look at the ghosts: where the best and the worst particle would lead.',
        after:
          'At a step this short the particles hardly differ. That is why so many of them are needed, and why learning to hop takes minutes.',
      },
      {
        title: 'Once more',
        text: 'The pendulum with other dice.',
        ask: 'After one update, which column leaves the fewest particles with any probability?',
        options: { alike: 'all the same' },
        after: 'KL keeps {kl} of 8, Wasserstein {w}, Sinkhorn {s}.',
      },
    ],
  },
  own: {
    title: 'Your own world',
    can: 'build a world, say who will be quickest there, and find out.',
    teaches: 'A comparison needs a world, a fair step and a question. Students design all three, and hand on the link.',
    mistakes: 'Students generalise from one map. Ask them for a map in which the other rule wins.',
    exam: {
      question: 'Draw a map on which KL and Wasserstein need the same number of updates. What makes it so?',
      answer:
        'For example one corridor: at every state a single move is good, and the same share has to be moved by both.',
    },
    scenes: [
      {
        title: 'Place a bet',
        text: 'A map with walls, a goal and a hazard. All rules move the same share in each update.',
        ask: 'Who comes within 1 % of the best return first?',
        options: { alike: 'two of them together' },
        after: 'KL after {kl} updates, Wasserstein after {w}, Sinkhorn after {s}.',
      },
      {
        title: 'Draw your own',
        text: 'Now it is your turn. You can put walls, hazards, goals and starts where you like.',
        ask: 'Open the drawing board, and change the map.',
        after: 'Every change begins the runs anew, with the same dice. Close the board when you like your world.',
      },
      {
        title: 'Bet on your world',
        text: 'The rules and their steps are as before; only the world is yours.',
        ask: 'Who comes within 1 % of the best return first here?',
        options: { alike: 'two of them together' },
        after: 'KL after {kl} updates, Wasserstein after {w}, Sinkhorn after {s}. (∞: not within 60.)',
      },
      {
        title: 'Hand it on',
        text: 'The address of this page holds your world, all settings and this moment. Whoever opens it sees what you see, to the last digit.',
        ask: 'Press Share, and send your world to someone who bets otherwise.',
        after: '',
      },
    ],
  },
  dial: {
    title: 'One dial from KL to Wasserstein',
    can: 'say why there is no straight road between the two rulers.',
    teaches:
      'A bridge with one number s goes from KL (0) to Wasserstein (1). What lies between is not between them in speed.',
    mistakes: 'Students interpolate. Let them predict the middle first.',
    exam: {
      question: 'Why may a bridge between two good rules be slower than both?',
      answer:
        'In the middle the plan is blurred: part of the movement goes where nothing is gained, and movement is what is bounded.',
    },
    scenes: [
      {
        title: 'In the middle',
        text: 'A bridge has a dial s: 0 is KL, 1 is Wasserstein. All columns move the same share. Left s is 0, in the middle 0.4, right 1.',
        ask: 'Which comes last within 1 % of the best return?',
        options: { '0': 's = 0', '1': 's = 0.4', '2': 's = 1' },
        after: 'After {kl}, {middle} and {w} updates: the middle is not in the middle, it is last.',
      },
      {
        title: 'Turn the dial',
        text: 'One state. At 0 every action gets a factor, at 1 whole ribbons are carried.',
        ask: 'Turn the <dial>dial</dial> s of the column to 0.5 or more.',
        after: 'In the middle the ribbons blur: some movement goes where nothing is gained.',
      },
      {
        title: 'Six stops',
        text: 'Six columns, from s = 0 to s = 1 in steps of 0.2.',
        ask: 'Which is within 1 % first?',
        options: { '0': 's = 0', '1': 's = 0.2', '2': 's = 0.4', '3': 's = 0.6', '4': 's = 0.8', '5': 's = 1' },
        after: 'After {s0}, {s1}, {s2}, {s3}, {s4} and {s5} updates. There is no straight road between the rulers.',
      },
    ],
  },
};
