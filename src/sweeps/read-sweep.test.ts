import { expect, test } from 'vitest';
import { readSweep } from './read-sweep.ts';

const least = { title: 'Least', link: 'https://example.org/#world=chain&run=kl', iterations: 10 };

const problemOf = (content: unknown): string => {
  const read = readSweep(content);
  return 'problem' in read ? read.problem : 'none';
};

test('what a file leaves out has defaults', () => {
  expect(readSweep(least)).toEqual({
    sweep: {
      title: 'Least',
      about: '',
      link: 'world=chain&run=kl',
      vary: [],
      seeds: { first: 1, count: 1 },
      iterations: 10,
      measures: ['return', 'gap'],
      points: 40,
      goal: null,
    },
  });
});

test('an axis of one key names itself and its values after the field; a long one says its own', () => {
  const vary = [
    { key: 'kl.delta', values: [0.01, '0.1'] },
    { name: 'place', values: [{ label: 'far', set: { 'world.length': 9, gamma: 0.99 } }] },
  ];
  expect(readSweep({ ...least, vary })).toMatchObject({
    sweep: {
      vary: [
        {
          name: 'KL radius δ',
          values: [
            { label: '0.01', set: { 'kl.delta': 0.01 } },
            { label: '0.1', set: { 'kl.delta': '0.1' } },
          ],
        },
        vary[1],
      ],
    },
  });
  const worlds = readSweep({
    ...least,
    vary: [
      { key: 'world', values: ['chain', 'taxi'] },
      { key: 'method', values: ['sinkhorn'] },
    ],
  });
  expect(worlds).toMatchObject({
    sweep: { vary: [{ name: 'world' }, { name: 'method', values: [{ label: 'SPO' }] }] },
  });
});

test('a sweep that was read reads again as itself', () => {
  const first = readSweep({
    ...least,
    vary: [{ key: 'run.delta', values: [0.1, 0.2] }],
    seeds: { first: 5, count: 3 },
    goal: { measure: 'gap', share: 0.01 },
    measures: ['gap', 'boundSlack'],
  });
  if ('problem' in first) throw new Error(first.problem);
  expect(readSweep(JSON.parse(JSON.stringify(first.sweep)))).toEqual(first);
});

test.each<[object | string | null, string]>([
  [null, 'The sweep is "null"; expected is an object with title, link and iterations.'],
  ['text', 'The sweep is "text"; expected is an object with title, link and iterations.'],
  [{ ...least, title: '' }, 'The sweep’s title is ""; expected is a text that is not empty.'],
  [
    { ...least, title: 'x'.repeat(201) },
    `The sweep’s title is "${'x'.repeat(40)}…"; expected is a text of at most 200 characters.`,
  ],
  [{ ...least, iterations: 0 }, 'The sweep’s iterations is 0; expected is a whole number from 1 to 100000.'],
  [{ ...least, iterations: 100_001 }, 'The sweep’s iterations is 100001; expected is a whole number from 1 to 100000.'],
  [{ title: 'x', link: '' }, 'The sweep’s iterations is missing.'],
  [{ ...least, points: 201 }, 'The sweep’s points is 201; expected is a whole number from 2 to 200.'],
  [{ ...least, speed: 3 }, 'The sweep’s speed is not known here.'],
  [{ ...least, seeds: 0 }, 'The sweep’s seeds is 0; expected is a whole number from 1 to 20000.'],
  [
    { ...least, seeds: { first: 4_294_967_295, count: 2 } },
    'The last seed is 4294967296; expected is at most 4294967295.',
  ],
  [{ ...least, goal: { measure: 'gap', share: 1 } }, 'The sweep’s goal.share is 1; expected is a number below 1.'],
  [
    { ...least, vary: [{ key: 'gamma', values: [] }] },
    'The sweep’s vary.0.values is "[]"; expected is a list of 1 to 2000.',
  ],
  [
    { ...least, vary: [{ key: 'gamma', values: [true] }] },
    'The sweep’s vary.0.values.0 is "true"; expected is a text or a number.',
  ],
  [{ ...least, vary: [{ name: 'a', values: [{ set: {} }] }] }, 'The sweep’s vary.0.values.0.label is missing.'],
  [{ ...least, vary: [1, 2, 3].map(() => ({ key: 'gamma', values: [0.9] })) }, 'expected is a list of 0 to 2.'],
  [{ ...least, vary: [{ key: 'seed', values: [1] }] }, 'The key "seed" is not for axes; expected is seeds.'],
  [
    { ...least, vary: [{ key: 'run.speed', values: [1] }] },
    '"speed" in "run.speed" is not a setting of a column; expected is one of rule,',
  ],
  [
    { ...least, vary: [{ key: 'run.delta', values: ['1,beta:3'] }] },
    'run.delta is "1,beta:3"; expected is a value without comma and colon.',
  ],
  [{ ...least, link: 'world=chain&beauty=1' }, 'The link of the sweep: "beauty" is not known here; it is ignored.'],
  [
    { ...least, seeds: 10_001, vary: [{ key: 'gamma', values: [0.9, 0.95] }] },
    'The sweep has 20002 runs; expected are at most 20000.',
  ],
  [{ ...least, measures: ['beauty'] }, 'The sweep’s measures.0 is "beauty"; expected is one of iteration, return,'],
  [
    { ...least, vary: [0.9, 0.8].map((gamma) => ({ key: 'gamma', values: [gamma] })) },
    'Both axes set "gamma"; expected is one that does.',
  ],
  [
    {
      ...least,
      vary: [
        { key: 'gamma', values: Array(50).fill(0.9) },
        { key: 'bias', values: Array(41).fill(1) },
      ],
    },
    'The axes have 2050 combinations; expected are at most 2000.',
  ],
])('what is wrong is one sentence: %j', (content, problem) => {
  expect(problemOf(content)).toContain(problem);
});
