import { expect, test } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { DistinctRuns } from './repeats.ts';
import { runTask } from './run-task.ts';
import { noFiles, sweepOf, tasksOf } from './testing-sweeps.ts';
import { expandSweep, idleAxes } from './tasks.ts';
import type { TaskResult } from './sweep.ts';

const configsOf = (content: object) => tasksOf(sweepOf(content)).map(({ link }) => decodeLink(link).config);

test('runs stand in the order of cells, then columns, then seeds', () => {
  const sweep = sweepOf({
    link: 'world=chain&run=kl&run=wasserstein',
    vary: [
      { key: 'gamma', values: [0.9, 0.95] },
      { key: 'run.delta', values: [0.1, 0.2] },
    ],
    seeds: { first: 7, count: 2 },
  });
  const tasks = tasksOf(sweep);
  expect(tasks.map(({ index }) => index)).toEqual(tasks.map((_, n) => n));
  const places = tasks.map(({ cell, series, seed }) => [...cell, series, seed]);
  expect(places).toEqual(
    [0, 1].flatMap((i) =>
      [0, 1].flatMap((j) => [0, 1].flatMap((column) => [7, 8].map((seed) => [i, j, column, seed]))),
    ),
  );
  for (const { cell, series, seed, link } of tasks) {
    const { config, problems } = decodeLink(link);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ seed, play: true, stop: 5, training: { gamma: [0.9, 0.95][cell[0]!] } });
    expect(config.runs).toMatchObject([{ method: ['kl', 'wasserstein'][series], delta: [0.1, 0.2][cell[1]!] }]);
  }
});

test('a setting of one method leaves the other columns alone, and counts more than one for all', () => {
  const link = 'world=chain&run=kl,delta:0.5&run=wasserstein';
  const set = { 'kl.delta': 0.3, 'run.delta': 0.2 };
  const [kl, wasserstein] = configsOf({ link, vary: [{ name: 'a', values: [{ label: 'x', set }] }] });
  expect(kl!.runs[0]).toMatchObject({ delta: 0.3 });
  expect(wasserstein!.runs[0]).toMatchObject({ delta: 0.2 });
});

test('in another world its own defaults hold, and what means nothing there is left out', () => {
  const [chain, taxi] = configsOf({
    link: 'world=chain&world.length=9&episodes=7&run=kl',
    vary: [{ key: 'world', values: ['chain', 'cart-pole'] }],
  });
  expect(chain).toMatchObject({ world: { kind: 'chain', parameters: { length: 9 } }, training: { episodes: 7 } });
  expect(taxi!.world.kind).toBe('cart-pole');
  // what the link says of tables means nothing to networks
  expect(taxi!.training).toEqual(decodeLink('world=cart-pole').config.training);
  expect(taxi!.runs[0]).toEqual(decodeLink('world=cart-pole').config.runs[0]);
});

test('an axis of methods brings their defaults, and keeps what the column says', () => {
  const [kl, sinkhorn] = configsOf({
    link: 'world=chain&run=wasserstein,tau:0.2',
    vary: [{ key: 'method', values: ['kl', 'sinkhorn'] }],
  });
  expect(kl!.runs).toEqual(decodeLink('world=chain&run=kl,tau:0.2').config.runs);
  expect(sinkhorn!.runs).toEqual(decodeLink('world=chain&run=sinkhorn,tau:0.2').config.runs);
});

test('a column keeps its own live changes and those of all', () => {
  const [kl, wasserstein] = configsOf({
    link: 'world=chain&run=kl&run=wasserstein&at=1,1,delta:0.2&at=2,all,cost:angle',
  });
  expect(kl!.changes).toMatchObject([{ iteration: 2, run: 'all' }]);
  expect(wasserstein!.changes).toMatchObject([{ iteration: 1, run: 0, value: 0.2 }, { iteration: 2 }]);
});

test('a long link, which is packed, is taken apart too', () => {
  const changes = Array.from({ length: 60 }, (_, n) => `at=${n + 1},0,delta:0.${n + 10}`).join('&');
  const [first] = tasksOf(sweepOf({ link: `world=chain&run=kl&${changes}` }));
  expect(first!.link).toMatch(/^z2=/);
  const [again] = configsOf({ link: first!.link, vary: [{ key: 'run.delta', values: [0.3] }] });
  expect(again).toMatchObject({ world: { kind: 'chain' }, runs: [{ delta: 0.3 }] });
  expect(again!.changes).toHaveLength(60);
});

test('series are named by method, and by what differs among columns of one', () => {
  const names = (link: string, vary: object[] = []) =>
    expandSweep(sweepOf({ link, vary })).series.map(({ name }) => name);
  expect(names('world=chain')).toEqual(['KL', 'WPO', 'SPO']);
  const link = 'world=chain&run=kl&run=sinkhorn,lambda:5&run=sinkhorn,rule:fixed,beta:2&run=sinkhorn,rule:harmonic';
  expect(names(link)).toEqual(['KL', 'SPO δ 0.01 λ 5', 'SPO β 2 λ 20', 'SPO β / (k+1) β 1 λ 20']);
  expect(names('world=chain&run=kl&run=kl')).toEqual(['KL 1', 'KL 2']);
  const method = [{ key: 'method', values: ['kl', 'wasserstein'] }];
  expect(names('world=chain&run=kl', method)).toEqual(['column']);
});

test.each<[string, object[], string]>([
  ['world=chain&run=kl', [{ key: 'run.delta', values: [0.1, 99] }], 'radius δ = 99: kl.delta = 99 is outside 0 to 10.'],
  ['world=chain&run=kl', [{ key: 'beauty', values: [1] }], 'beauty = 1: "beauty" is not known here.'],
  ['world=chain&run=kl', [{ key: 'world', values: ['moon'] }], 'world = moon: world = "moon" is not one of'],
  [
    'world=chain&run=kl',
    [{ key: 'wasserstein.delta', values: [0.1] }],
    '"wasserstein.delta" is set, but no column has this method, and a rule that reads it, at any value; expected is a setting that is in force.',
  ],
  [
    'world=chain',
    [{ key: 'method', values: ['kl'] }],
    'method = KL: column 2 of the link becomes the same as one before; expected is a link with one run.',
  ],
  [
    'world=chain&run=kl&run=wasserstein',
    [{ key: 'run.lambda', values: [1, 5] }],
    '"run.lambda" changes nothing in any column, at any value; expected is a setting that is in force.',
  ],
  ['world=chain&run=kl', [{ key: 'run.beta', values: [1, 5] }], '"run.beta" changes nothing in any column'],
  ['world=chain&run=kl', [{ key: 'episodes', values: [1, 5] }], '"episodes" changes nothing in any column'],
  ['world=chain&run=kl', [{ key: '__proto__', values: [1, 5] }], '"__proto__" changes nothing in any column'],
  ['world=chain&run=kl', [{ key: 'constructor', values: [1, 5] }], '"constructor" is not known here'],
  [
    'world=chain&run=kl',
    [{ key: 'hold', values: [1, 5] }],
    'steps a random action is held = 1: hold has no meaning in Chain.',
  ],
  [
    'world=chain&run=kl',
    [{ key: 'gamma', values: [0.9, '0.90'] }],
    'discount γ = 0.90: this is the same as discount γ = 0.9; expected are values that differ.',
  ],
])('what an axis cannot set is refused with its value: %s %j', (link, vary, problem) => {
  const { tasks, problems } = expandSweep(sweepOf({ link, vary }));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
  expect(tasks).toEqual([]);
});

test('what reaches some columns only, or repeats the same run, is said, and done once', () => {
  const link = 'world=chain&run=kl&run=sinkhorn';
  const { tasks, notes } = expandSweep(sweepOf({ link, vary: [{ key: 'run.lambda', values: [1, 5] }], seeds: 3 }));
  expect(notes).toEqual([
    'entropic weight λ reaches SPO; at every value of it KL is the same.',
    'With exact advantages nothing is random: all seeds are the same run, which is done once.',
    'Some settings do not reach all columns: runs that are the same are done once.',
  ]);
  // λ = 1: three seeds of KL and three of SPO, then the same for λ = 5
  expect(tasks.map(({ like }) => like)).toEqual([0, 0, 0, 3, 3, 3, 0, 0, 0, 9, 9, 9]);
  const distinct = new DistinctRuns(tasks);
  expect(distinct.tasks.map(({ index }) => index)).toEqual([0, 3, 9]);
  const result = { index: 0, digest: 'of KL' } as TaskResult;
  expect(distinct.spread(result).map(({ index, digest }) => [index, digest])).toEqual(
    [0, 1, 2, 6, 7, 8].map((index) => [index, 'of KL']),
  );
  const sampled = expandSweep(sweepOf({ link: `${link}&estimator=model`, seeds: 3 }));
  expect(sampled.notes).toEqual([]);
  expect(sampled.tasks.every(({ index, like }) => index === like)).toBe(true);
});

test('an exact run of any method is the same for every seed, as is promised of it', async () => {
  const methods = ['kl', 'wasserstein', 'sinkhorn', 'trpo', 'ppo', 'a2c'].map((method) => `run=${method}`).join('&');
  const sweep = sweepOf({ link: `world=frozen-lake&world.size=4x4&${methods}`, seeds: 2 });
  const { tasks } = expandSweep(sweep);
  for (const task of tasks) {
    const [own, other] = await Promise.all(
      [task, tasks[task.like]!].map((one) => runTask(sweep, one, noFiles, () => 0)),
    );
    expect(own!.digest).toBe(other!.digest);
  }
});

test('axes all of whose values came to the same are told, with their columns', () => {
  const sweep = sweepOf({ link: 'world=chain&run=kl&run=sinkhorn', vary: [{ key: 'run.delta', values: [1, 2] }] });
  const { tasks, series } = expandSweep(sweep);
  const digests = ['a', 'b', 'a', 'c'];
  expect(idleAxes(sweep, tasks, series, (index) => digests[index])).toEqual([
    'All 2 values of radius δ came to the very same policy and values in KL.',
  ]);
  expect(idleAxes(sweep, tasks, series, (index) => [...'abcd'][index])).toEqual([]);
  expect(idleAxes(sweep, tasks, series, () => undefined)).toEqual([]);
});
