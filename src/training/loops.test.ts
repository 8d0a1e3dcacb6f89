import { describe, expect, it } from 'vitest';
import type { OPENING } from '../config/playground-config.ts';
import { defaultTraining } from '../config/playground-config.ts';
import { decodeLink } from '../config/link.ts';
import golden from './fixtures/loops.json' with { type: 'json' };
import { measureIndex, MEASURES } from './measure.ts';
import { TableSession } from './table-session.ts';

const WORLDS = {
  chain: { kind: 'chain', parameters: {} },
  cliff: { kind: 'cliff-walking', parameters: {} },
  taxi: { kind: 'taxi', parameters: {} },
  lake8: { kind: 'frozen-lake', parameters: { size: '8x8' } },
  lake4: { kind: 'frozen-lake', parameters: { size: '4x4' } },
  fourrooms: { kind: 'four-rooms', parameters: {} },
} as const;

const METHODS: Readonly<Record<string, (typeof OPENING)[number]>> = { KL: 'kl', W: 'wasserstein', S: 'sinkhorn' };

/** Whole runs of an independent implementation in Python: the return after each update, and the multiplier of each. */
describe('golden loops', () => {
  it.each(golden.map((loop) => [`${loop.env} ${loop.method} ${loop.M} ${loop.mode} ${loop.par}`, loop] as const))(
    '%s',
    (_, loop) => {
      const method = METHODS[loop.method]!;
      const world = WORLDS[loop.env as keyof typeof WORLDS];
      const session = new TableSession(
        {
          seed: 1,
          world,
          training: {
            ...defaultTraining(world.kind),
            gamma: loop.gamma,
            cost: loop.M === 'angular' ? 'angle' : 'zero-one',
          },
          run: decodeLink(
            [
              `run=${method}`,
              ...(loop.mode === 'opt' ? ['rule:optimal', `delta:${loop.par}`] : ['rule:fixed', `beta:${loop.par}`]),
              ...(method === 'sinkhorn' ? [`lambda:${loop.lambda ?? 20}`] : []),
            ].join(','),
          ).config.runs[0]!,
          changes: [],
        },
        () => 0,
      );
      const first = session.frame().rows;
      const { rows } = session.advance(loop.beta.length);
      expect(loop.beta.length).toBeGreaterThan(10);
      const scale = Math.max(...loop.J.map(Math.abs));
      const returns = [first[measureIndex.return]!];
      for (let k = 0; k < loop.beta.length; k += 1) returns.push(rows[k * MEASURES + measureIndex.return]!);
      loop.J.forEach((expected, k) =>
        expect(Math.abs(returns[k]! - expected), `J after ${k}`).toBeLessThanOrEqual(1e-9 * scale),
      );
      loop.beta.forEach((expected, k) => {
        const beta = rows[k * MEASURES + measureIndex.beta]!;
        expect(Math.abs(beta - expected), `β of ${k}: ${beta}, wanted ${expected}`).toBeLessThanOrEqual(
          1e-9 * Math.max(scale, expected),
        );
      });
    },
  );
});
