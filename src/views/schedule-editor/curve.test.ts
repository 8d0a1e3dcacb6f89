import { describe, expect, it } from 'vitest';
import { runFields } from '../../config/run-fields.ts';
import type { NumberField } from '../../field.ts';
import { methodOf, methods, type MethodKind } from '../../methods/registry.ts';
import { betaSchedules, lambdaSchedules } from '../../trust-regions/schedule.ts';
import { authorsSchedules } from './authors-schedules.ts';
import { afterSwitch, curveOf, decadesOf, lastShown, switchOf, type Bounds } from './curve.ts';

const bounds = runFields('sinkhorn', 'four-rooms') as unknown as Bounds;
const base = { rule: 'fixed', beta: 2, ratio: 0.8, lambda: 20, lambdaRule: 'constant', switchAt: 20 };

describe('curveOf', () => {
  it.each(Object.keys(betaSchedules))('β, %s: a handle sets what lets the curve go through it', (rule) => {
    const settings = { ...base, rule };
    const curve = curveOf('beta', settings, bounds)!;
    const begun = { ...settings, ...curve.from(0.37) };
    expect(curveOf('beta', begun, bounds)!.at(0)).toBeCloseTo(0.37, 6);
    const ended = { ...settings, ...curve.through(39, 0.05) };
    const other = curveOf('beta', ended, bounds)!;
    expect(other.at(39) / 0.05).toBeCloseTo(1, 2);
    // a rate keeps the beginning
    expect(other.at(0)).toBe(rule === 'geometric' ? 2 : ended.beta);
    expect(Object.keys(curve.through(39, 0.05))).toEqual([curve.turns]);
  });

  it.each(Object.keys(lambdaSchedules))('λ, %s: so too', (lambdaRule) => {
    const settings = { ...base, lambdaRule };
    const curve = curveOf('lambda', settings, bounds)!;
    for (const k of [0, 39]) {
      const turned = { ...settings, ...(k === 0 ? curve.from(30) : curve.through(k, 30)) };
      const inside = turned.lambda > 0.1 && turned.lambda < 1000;
      if (inside) expect(curveOf('lambda', turned, bounds)!.at(k) / 30).toBeCloseTo(1, 1);
      else expect([0.1, 1000]).toContain(turned.lambda);
    }
  });

  it('stays inside what the fields allow', () => {
    const geometric = curveOf('beta', { ...base, rule: 'geometric' }, bounds)!;
    expect(geometric.through(39, 100)).toEqual({ ratio: 1 });
    expect(geometric.through(2, 1e-9)).toEqual({ ratio: 0.01 });
    expect(geometric.from(1e6)).toEqual({ beta: 1000 });
    expect(curveOf('beta', { ...base, rule: 'harmonic' }, bounds)!.through(99, 900)).toEqual({ beta: 1000 });
  });

  it('is none where β is solved for', () => {
    for (const rule of ['optimal', 'matched', 'optimal-then-decay', 'constructor'])
      expect(curveOf('beta', { ...base, rule }, bounds)).toBeNull();
  });
});

describe('switchOf', () => {
  it('knows what follows the dual, as the rules have it', () => {
    expect(switchOf('beta', { ...base, rule: 'optimal-then-decay' })).toEqual({ after: 'decay', at: 20 });
    expect(switchOf('beta', { ...base, rule: 'optimal-then-fixed' })).toEqual({ after: 'constant', at: 20 });
    expect(switchOf('beta', base)).toBeNull();
    expect(switchOf('lambda', { ...base, rule: 'optimal-then-fixed' })).toBeNull();
    expect([20, 21, 22].map((k) => afterSwitch('decay', 36, 20, k))).toEqual([9, 4, 2.25]);
    expect(afterSwitch('constant', 36, 20, 99)).toBe(36);
  });
});

it('axes hold what is shown, with room to the right', () => {
  expect([lastShown(0, 0), lastShown(33, 0), lastShown(40, 0), lastShown(12, 60), lastShown(900, 0)]).toEqual([
    40, 50, 50, 100, 1500,
  ]);
  expect(decadesOf([0.5, 3])).toEqual([0.1, 10]);
  expect(decadesOf([1, 1])).toEqual([0.1, 10]);
  expect(decadesOf([])).toEqual([0.01, 10]);
  expect(decadesOf([0, NaN, 5])).toEqual([1e-1, 10]);
  const [low, high] = decadesOf([1e-30, 1]);
  expect([low, high]).toEqual([1e-11, 10]);
});

it('the authors’ schedules are settings of the methods that offer them', () => {
  for (const kind of Object.keys(methods) as MethodKind[]) {
    const { fields } = methodOf(kind);
    const rule = fields['rule'];
    const rules = rule?.kind === 'choice' ? rule.options.map(({ value }) => value) : [];
    const offered = authorsSchedules(kind, rules);
    expect(offered.length > 0).toBe(methodOf(kind).mover.kind === 'region');
    for (const [key, value] of offered.flatMap(({ settings }) => Object.entries(settings))) {
      const field = fields[key]!;
      if (field.kind === 'choice') expect(rules).toContain(value);
      else expect(Number(value)).toBeLessThanOrEqual((field as NumberField).max);
    }
  }
});
