import type { PageCopy } from '../page.ts';

export const page: PageCopy = {
  title: 'Learn it on the live tool',
  lead: 'Each lesson is a short chain of scenes. You say what will happen, then it happens, and the two stand side by side. What you answer stays in this browser.',
  begin: 'Begin',
  curious: 'for the curious',
  sceneOf: 'Scene {n}: {title}',
  sections: {
    lessons: 'Lessons',
    explain: 'What you can now explain',
    teach: 'For teachers',
    glossary: 'Glossary',
  },
  explainLead: 'What was foreseen before and after each lesson.',
  notYet: 'Nothing yet: finish a scene, and it stands here.',
  print: 'Print this page',
  forget: 'Forget my answers',
  teachLead:
    'Every scene is a link: open it on the projector, press L for large letters, and let the room predict before you press the button. Nothing that you do in a scene changes the link.',
  teaches: 'What it teaches',
  mistakes: 'What students get wrong',
  exam: 'A question for an exam',
  answer: 'Answer',
  plan: '{minutes} minutes: {title}',
  plans: [
    {
      minutes: 5,
      title: 'why one bounds an update',
      steps: [
        'Lesson 1, scene 2: who moves most? Let the room raise hands.',
        'Lesson 1, scene 4: with a bound and without. This is the point.',
        'Hand out the link of lesson 2 for at home.',
      ],
    },
    {
      minutes: 20,
      title: 'three rulers',
      steps: [
        'Lesson 1, scenes 2 and 4.',
        'Lesson 2, scene 1: a volunteer drags the point.',
        'Lesson 3, scenes 1 and 3: the dead zone.',
        'Lesson 4, scene 1: is a small λ careful?',
        'Lesson 6, scene 1: why the price must fall.',
      ],
    },
    {
      minutes: 50,
      title: 'a whole session',
      steps: [
        'Lessons 1 to 4, in pairs, 20 minutes. Walk around and ask for reasons, not for answers.',
        'Lessons 5 and 6 together at the projector, 10 minutes.',
        'Lesson 8, 8 minutes: one run proves nothing. Open the claims page beside it.',
        'Lesson 10, 10 minutes: every pair builds a world, bets, and sends its link to another pair.',
        'Collect the exam questions below, 2 minutes.',
      ],
    },
  ],
  glossaryLead: 'Every dotted word of the pages, each with a picture that the engine made.',
};
