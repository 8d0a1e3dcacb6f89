/** Fuzzed trust-region problems: not part of the program. */
import fc from 'fast-check';
import { answer } from './answer.ts';
import { readInstance, regionNames } from './instance.ts';
import { toJson } from './json.ts';
import { Refusal } from './refusal.ts';
import { anyText, record, requires, sentencesAreClean, type FuzzKind } from './testing-fuzz-inputs.ts';
const scale = fc.constantFrom(1e-300, 1e-281, 1e-100, 1e-12, 1e-3, 1, 1e3, 1e12, 1e100, 1e155, 1e300);
const probabilities = (n: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0, 1, 1e-300, 1e-12)), {
      minLength: n,
      maxLength: n,
    })
    .map((row) => {
      const sum = row.reduce((total, p) => total + p, 0);
      return sum > 0 ? row.map((p) => p / sum) : row.map((_, a) => (a === 0 ? 1 : 0));
    });

const instances: fc.Arbitrary<unknown> = fc
  .record({
    S: fc.integer({ min: 1, max: 3 }),
    A: fc.integer({ min: 1, max: 4 }),
    size: scale,
    method: fc.constantFrom(...regionNames),
  })
  .chain(({ S, A, size, method }) => {
    const row = (entry: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
      fc.array(entry, { minLength: A, maxLength: A });
    const rows = (of: fc.Arbitrary<number[]>): fc.Arbitrary<number[][]> => fc.array(of, { minLength: S, maxLength: S });
    const costs = fc
      .tuple(fc.array(row(fc.double({ min: 0, max: 3, noNaN: true })), { minLength: A, maxLength: A }), scale)
      .map(([m, unit]) => m.map((line, i) => line.map((c, j) => (i === j ? 0 : c * unit))));
    const right = {
      id: fc.oneof(anyText, fc.nat()),
      S: fc.constant(S),
      A: fc.constant(A),
      method: fc.constant(method),
      pi: rows(probabilities(A)),
      adv: rows(
        row(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1, -1)).map((a) => a * size)),
      ),
      rho: fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), scale), { minLength: S, maxLength: S }),
      delta: fc.oneof(scale, fc.double({ min: 0, max: 2, noNaN: true }), fc.constantFrom<unknown>('inf', 0)),
      M: costs,
      lambda: fc.oneof(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), scale),
      dial: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-12, 1 - 1e-12)),
      tau: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), scale),
      power: fc.integer({ min: 1, max: 4 }),
    };
    return fc.oneof(
      { weight: 3, arbitrary: fc.record(right) },
      record(right),
      fc.record({ ...right, beta: fc.oneof(scale, fc.constantFrom<unknown>('inf', 0)) }),
    );
  });

export const solve: FuzzKind<unknown> = {
  inputs: instances,
  judge: (value) => {
    let text: string;
    let given: { readonly delta?: unknown; readonly beta?: unknown; readonly adv?: unknown; readonly rho?: unknown };
    try {
      const instance = readInstance(value, 'The instance');
      text = toJson(answer(instance));
      given = value as typeof given;
    } catch (error) {
      requires(error instanceof Refusal, `this is no refusal: ${String(error)}`);
      return sentencesAreClean([(error as Error).message]);
    }
    requires(!text.includes('null,"cost"') || given.delta == null, 'the dual is no number');
    const { out } = JSON.parse(text) as {
      out: { value: number; dual: number | 'inf' | '-inf' | null; cost: number; feasible?: boolean; pi: number[][] };
    };
    for (const number_ of [out.value, out.cost, ...out.pi.flat()])
      requires(Number.isFinite(number_), `an answer holds ${number_}`);
    if (given.beta != null || out.feasible === false) return;
    const rho = given.rho as number[];
    const size = (given.adv as number[][]).reduce((sum, row, s) => sum + rho[s]! * Math.max(...row.map(Math.abs)), 0);
    if (typeof out.dual === 'number' && size < Infinity) {
      requires(Math.abs(out.dual - out.value) <= 1.1e-6 * size, `dual ${out.dual} and value ${out.value} differ`);
    }
    if (typeof given.delta === 'number')
      requires(out.cost <= given.delta * (1 + 1.1e-9), `cost ${out.cost} is above ${given.delta}`);
  },
};
