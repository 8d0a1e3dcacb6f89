import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultsOf, readField, type Field, type Fields } from '../field.ts';
import type { FiniteWorld, Lattice } from './environment.ts';
import { environments, isWorldKind, makeWorld, type EnvironmentKind } from './registry.ts';

const kinds = Object.keys(environments) as EnvironmentKind[];

/** Texts that fields of text allow, by their names; those of one world fit each other. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  map: ['SG', 'S.H/#.G/S..', 'HHH/HSH/HHH', 'S#S/.../GHG', 'S....H', '..S../.###./H.G.H'],
  rewards: ['1,1,1', '-100 100 0', '0,-0,1e-9'],
  policy: ['1,1,2', '0 0 1', '1e-300,1,0.5'],
  places: ['0,0;1,0;0.5,0.8', '0,0;0,0;0,0', '-100,100;100 -100;1e-9,.5'],
};

function valueOf(field: Field, key: string): fc.Arbitrary<number | string> {
  switch (field.kind) {
    case 'number': {
      const { min, max, integer } = field;
      const inside = integer === true ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
      // −0 is read as 0
      return fc.oneof(fc.constantFrom(min, max), inside).map((value) => (value === 0 ? 0 : value));
    }
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'text':
      return fc.constantFrom(...TEXTS[key]!);
  }
}

function parametersOf(kind: EnvironmentKind): fc.Arbitrary<Record<string, number | string>> {
  const fields: Fields = environments[kind].fields;
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueOf(field, key)])));
}

/** Every choice of one option a layer. */
function layersOf(lattice: Lattice): number[][] {
  return lattice.layers.reduce<number[][]>(
    (chosen, layer) => chosen.flatMap((before) => layer.options.map((_, option) => [...before, option])),
    [[]],
  );
}

function expectExactModel({ model }: FiniteWorld): void {
  const { states, actions, offsets, probability, next, reward, terminated, start } = model;
  expect(offsets.length).toBe(states * actions + 1);
  expect(offsets[0]).toBe(0);
  const outcomes = offsets.at(-1);
  expect([probability.length, next.length, reward.length, terminated.length]).toEqual(Array(4).fill(outcomes));
  for (let pair = 0; pair < states * actions; pair += 1) {
    let sum = 0;
    for (let o = offsets[pair]!; o < offsets[pair + 1]!; o += 1) {
      expect(probability[o]).toBeGreaterThan(0);
      sum += probability[o]!;
    }
    expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
  }
  expect(next.every((state) => state >= 0 && state < states)).toBe(true);
  expect(reward.every(Number.isFinite)).toBe(true);
  expect(terminated.every((flag) => flag === 0 || flag === 1)).toBe(true);
  expect(start.length).toBe(states);
  expect(start.every((mass) => mass >= 0)).toBe(true);
  expect(Math.abs(start.reduce((sum, mass) => sum + mass) - 1)).toBeLessThan(1e-12);
}

function expectWholeLattice({ model, lattice, describe: say }: FiniteWorld): void {
  const { rows, columns, shape } = lattice;
  if (shape === 'chain') expect(rows).toBe(1);
  const timesSeen = new Int32Array(model.states);
  for (const layer of layersOf(lattice)) {
    const states = lattice.statesAt(layer);
    expect(states.length).toBe(rows * columns);
    for (const state of states) {
      expect(state).toBeGreaterThanOrEqual(-1);
      expect(state).toBeLessThan(model.states);
      if (state >= 0) timesSeen[state]! += 1;
    }
    const marked = lattice.marksAt(layer).map(({ row, column }) => row * columns + column);
    expect(new Set(marked).size).toBe(marked.length);
    for (const mark of lattice.marksAt(layer)) {
      expect(Number.isInteger(mark.row) && mark.row >= 0 && mark.row < rows).toBe(true);
      expect(Number.isInteger(mark.column) && mark.column >= 0 && mark.column < columns).toBe(true);
      expect(mark.text).toMatch(/^.{1,2}$/u);
      expect(mark.label).not.toBe('');
    }
  }
  expect(timesSeen.every((times) => times === 1)).toBe(true);
  for (const [row, column] of lattice.fences) {
    expect(row >= 0 && row < rows && column >= 0 && column < columns - 1).toBe(true);
  }
  const names = new Set(Array.from({ length: model.states }, (_, state) => say(state)));
  expect(names.size).toBe(model.states);
}

function expectSoundActions({ model, actions }: FiniteWorld): void {
  expect(actions.length).toBe(model.actions);
  expect(new Set(actions.map(({ glyph }) => glyph)).size).toBe(actions.length);
  for (const { label, glyph, direction, embedding } of actions) {
    expect(label).not.toBe('');
    expect(glyph).toMatch(/^.$/u);
    expect(embedding.length).toBe(actions[0]!.embedding.length);
    expect(embedding.reduce((sum, x) => sum + x * x, 0)).toBe(1);
    if (direction !== null) expect(direction[0] ** 2 + direction[1] ** 2).toBe(1);
    for (const other of actions) {
      const cosine = embedding.reduce((sum, x, axis) => sum + x * other.embedding[axis]!, 0);
      // the geometric cost counts right angles, and is exact for these alone
      expect([-1, 0, 1]).toContain(cosine);
      expect(cosine === 1).toBe(other.embedding === embedding);
    }
  }
}

/** Walks every way that an episode can take and returns the states in which it acts. */
function actedIn({ model }: FiniteWorld): Set<number> {
  const seen = new Set<number>();
  const open = [...model.start.keys()].filter((state) => model.start[state]! > 0);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    const [from, to] = [model.offsets[state * model.actions]!, model.offsets[(state + 1) * model.actions]!];
    for (let o = from; o < to; o += 1) if (model.terminated[o] === 0) open.push(model.next[o]!);
  }
  return seen;
}

function expectNothingAfterTheEnd(world: FiniteWorld): void {
  const { model, absorbing } = world;
  expect(absorbing.length).toBe(model.states);
  const acted = actedIn(world);
  expect(acted.size).toBeGreaterThan(0);
  for (const state of acted) expect(absorbing[state]).toBe(0);
  for (const [o, flag] of model.terminated.entries())
    if (flag === 1 && model.states > 1) expect(absorbing[model.next[o]!]).toBe(1);
}

/** Rows are probabilities, where a world has its own first policy. */
function expectSoundStart({ model: { states, actions }, initialPolicy }: FiniteWorld): void {
  if (initialPolicy === undefined) return;
  expect(initialPolicy.length).toBe(states * actions);
  expect(initialPolicy.every((mass) => mass >= 0 && mass <= 1)).toBe(true);
  for (let s = 0; s < states; s += 1) {
    const sum = initialPolicy.subarray(s * actions, (s + 1) * actions).reduce((total, mass) => total + mass, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
  }
}

/** All of a world that what is learned depends on. */
function learntIn({ model, actions, initialPolicy, horizon }: FiniteWorld): unknown {
  return { model, actions, initialPolicy, horizon };
}

function expectContract(world: FiniteWorld): void {
  expectExactModel(world);
  expectWholeLattice(world);
  expectSoundActions(world);
  expectNothingAfterTheEnd(world);
  expectSoundStart(world);
  expect(Number.isInteger(world.horizon) && world.horizon > 0).toBe(true);
}

describe.each(kinds)('%s', (kind) => {
  const environment = environments[kind];

  it('keeps the contract as it comes', () => expectContract(makeWorld(kind, {})));

  it('keeps the contract whatever its parameters', () => {
    const numRuns = kind === 'taxi' ? 3 : 25;
    fc.assert(
      fc.property(parametersOf(kind), (parameters) => expectContract(makeWorld(kind, parameters))),
      { numRuns, seed: 1 },
    );
  });

  it('has parameters that say what they are, with defaults that are read back as they are', () => {
    expect(environment.label).not.toBe('');
    expect(environment.summary).toMatch(/\.$/);
    expect(environment.gamma).toBeGreaterThan(0);
    expect(environment.gamma).toBeLessThan(1);
    expect(Object.keys(environment.fields).length).toBeGreaterThan(0);
    for (const [key, field] of Object.entries(environment.fields as Fields)) {
      expect(readField(field, key, String(field.default))).toEqual({ value: field.default });
      expect(field.help).toMatch(/\.$/);
    }
  });

  it('makes the same world from no parameters and from its defaults', () => {
    expect(makeWorld(kind, defaultsOf(environment.fields as Fields)).model).toEqual(makeWorld(kind, {}).model);
  });

  it('turns with each of its parameters', () => {
    const standard = learntIn(makeWorld(kind, {}));
    for (const [key, field] of Object.entries(environment.fields as Fields)) {
      const [other] = fc.sample(
        valueOf(field, key).filter((value) => value !== field.default),
        { numRuns: 1, seed: 1 },
      );
      expect(learntIn(makeWorld(kind, { [key]: other! })), key).not.toEqual(standard);
    }
  });
});

describe('makeWorld', () => {
  it('names a parameter that the kind does not have', () => {
    expect(() => makeWorld('taxi', { size: 3 })).toThrow('taxi has no parameter "size", expected slip');
    expect(() => makeWorld('taxi', { constructor: 3 })).toThrow('no parameter "constructor"');
  });

  it('names a value that the field does not allow', () => {
    expect(() => makeWorld('chain', { length: 2 })).toThrow('length = 2 is outside 3 to 20');
    expect(() => makeWorld('frozen-lake', { size: '5x5' })).toThrow('size = "5x5" is not one of 4x4, 8x8');
    expect(() => makeWorld('gridworld', { map: 'G' })).toThrow('no S');
    expect(() => makeWorld('four-rooms', { slip: NaN })).toThrow('slip = "NaN" is not a number');
  });
});

describe('isWorldKind', () => {
  it('knows its own kinds and nothing that objects inherit', () => {
    expect(kinds.every(isWorldKind)).toBe(true);
    expect(['', 'lake', 'constructor', '__proto__', 'toString'].some(isWorldKind)).toBe(false);
  });
});
