import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { fuzz, fuzzKinds } from './testing-fuzz.ts';
import type { FuzzKind } from './testing-fuzz-inputs.ts';

test.each(Object.entries(fuzzKinds))('hostile inputs are read or refused at once: %s', (name, kind) => {
  expect(fuzz(kind as FuzzKind<unknown>, name === 'link' ? 1000 : 400, 1).faults).toEqual([]);
});

test('what was read is let go', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const kind = fuzzKinds.link;
  fuzz(kind, 300, 2);
  const before = held();
  for (let seed = 3; seed < 8; seed += 1) fuzz(kind, 300, seed);
  expect(held() - before).toBeLessThan(15);
});
