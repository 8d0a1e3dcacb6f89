import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { drawTransitions } from './minibatch.ts';
import { Normaliser } from './normaliser.ts';
import { Replay } from './replay.ts';

const GAMMA = 0.5;

/** What is written as step `time` of an environment: everything says which it is. */
function write(replay: Replay, environment: number, time: number, ending = 0): void {
  const place = replay.push();
  replay.observation.set([environment, time / 1000], place * 2);
  replay.nextObservation.set([environment, (time + 1) / 1000], place * 2);
  replay.action[place] = environment / 10;
  replay.reward[place] = time;
  replay.ending[place] = ending;
}

function unsaid(
  environments: number,
  steps: number,
  capacity: number,
  ends: (time: number) => number = () => 0,
): Replay {
  const replay = new Replay(environments, 2, 1, capacity);
  for (let time = 0; time < steps; time += 1) {
    for (let environment = 0; environment < environments; environment += 1) {
      write(replay, environment, time, ends(time));
    }
  }
  return replay;
}

it('keeps all that was written while it grows', () => {
  const replay = unsaid(2, 6000, 20_000);
  expect(replay.length).toBe(12_000);
  for (let place = 0; place < replay.length; place += 1) {
    const [environment, time] = [place % 2, Math.floor(place / 2)];
    expect(replay.reward[place]).toBe(time);
    expect(replay.action[place]).toBe(Math.fround(environment / 10));
    expect(replay.observation[place * 2]).toBe(environment);
    expect(replay.observation[place * 2 + 1]).toBe(Math.fround(time / 1000));
    expect(replay.nextObservation[place * 2 + 1]).toBe(Math.fround((time + 1) / 1000));
  }
});

it('writes over the oldest once it is full, and over nothing else', () => {
  const replay = unsaid(3, 50, 31);
  // a whole number of steps of all environments
  expect(replay.capacity).toBe(30);
  expect(replay.length).toBe(30);
  const times = [...replay.reward.subarray(0, 30)].sort((a, b) => a - b);
  expect(times).toEqual(Array.from({ length: 30 }, (_, n) => 40 + Math.floor(n / 3)));
});

it('draws every place that is filled, and none that is not', () => {
  const replay = unsaid(2, 5, 100);
  const drawn = new Set(Array.from({ length: 1000 }, (_, n) => replay.draw(() => n / 1000)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('sums rewards of one environment in the order of time, as far as is known and the episode goes', () => {
  const shapes = fc.record({
    environments: fc.integer({ min: 1, max: 5 }),
    steps: fc.integer({ min: 1, max: 60 }),
    room: fc.integer({ min: 1, max: 40 }),
    every: fc.integer({ min: 2, max: 20 }),
    returnSteps: fc.integer({ min: 1, max: 8 }),
    ending: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(shapes, ({ environments, steps, room, every, returnSteps, ending }) => {
      const ends = (time: number): number => (time % every === every - 1 ? ending : 0);
      const replay = unsaid(environments, steps, environments * room, ends);
      const scale = new Normaliser(2);
      for (let place = 0; place < replay.length; place += 1) {
        const batch = drawTransitions(
          replay,
          scale,
          { minibatch: 1, gamma: GAMMA, returnSteps },
          () => (place + 0.5) / replay.length,
        );
        const time = replay.reward[place]!;
        const environment = place % environments;
        // told anew, from the clock alone
        let [sum, discount, last] = [0, 1, time];
        for (let t = time; t < Math.min(time + returnSteps, steps); t += 1) {
          sum += discount * t;
          discount *= GAMMA;
          last = t;
          if (ends(t) !== 0) break;
        }
        expect(batch.reward[0]).toBeCloseTo(sum, 3);
        expect(batch.discount[0]).toBe(ends(last) === 1 ? 0 : Math.fround(discount));
        expect([...batch.inputs]).toEqual([environment, Math.fround(time / 1000)]);
        expect([...batch.nextInputs]).toEqual([environment, Math.fround((last + 1) / 1000)]);
        expect(batch.action[0]).toBe(Math.fround(environment / 10));
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

it('is after going back what it was before, also where it grew in between', () => {
  const grown = unsaid(2, 3000, 10_000);
  expect(grown.keeps(2000)).toBe(true);
  grown.restore(2000);
  for (let time = 1000; time < 1500; time += 1) for (const e of [0, 1]) write(grown, e, time);
  const fresh = unsaid(2, 1500, 10_000);
  expect(grown.length).toBe(fresh.length);
  expect(grown.reward.slice(0, 3000)).toEqual(fresh.reward.slice(0, 3000));
  for (let place = 0; place < 3000; place += 1) expect(grown.follows(place)).toBe(fresh.follows(place));
});

it('goes back while nothing is written over, to its beginning always, and to where it stands', () => {
  const full = unsaid(2, 50, 100);
  expect(full.keeps(40)).toBe(true);
  const over = unsaid(2, 51, 100);
  expect(over.keeps(100)).toBe(false);
  expect(over.keeps(102)).toBe(true);
  expect(over.keeps(0)).toBe(true);
  over.restore(0);
  expect(over.length).toBe(0);
});

it('says that there is no memory for more steps, and how many it wanted', () => {
  const replay = new Replay(1, 4, 1, 100_000);
  const Whole = Float32Array;
  vi.stubGlobal(
    'Float32Array',
    class extends Whole {
      constructor(length: number) {
        if (length > 4096) throw new RangeError('Array buffer allocation failed');
        super(length);
      }
    },
  );
  try {
    expect(() => {
      for (let n = 0; n < 2000; n += 1) replay.push();
    }).toThrow('There is no memory for 2048 steps in the replay buffer; a smaller replay size may help.');
  } finally {
    vi.unstubAllGlobals();
  }
});
