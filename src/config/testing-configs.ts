import fc from 'fast-check';
import { taskOf, worlds, type WorldKind } from '../environments/registry.ts';
import type { Field, Fields } from '../field.ts';
import { methods, type MethodKind } from '../methods/registry.ts';
import type { Moment } from './moment.ts';
import { controls, defaultFrame, framed } from './layout.ts';
import { defaultTraining, type Change, type PlaygroundConfig } from './playground-config.ts';
import { defaultRun, runFields } from './run-fields.ts';
import { taskHas, trainingFields, type TrainingKey } from './training-fields.ts';

/** Values that a field allows; texts from a list of examples that are all right. */
function valueOf(field: Field, texts: readonly string[]): fc.Arbitrary<number | string> {
  switch (field.kind) {
    case 'number':
      return field.integer === true
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true }).map((value) => value + 0);
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'text':
      return fc.constantFrom(field.default, ...texts);
  }
}

const TEXTS: Record<string, readonly string[]> = {
  biasPairs: ['*:1', '0:1 3:0 *:1', '12:3'],
  map: ['S.G', 'S#./..H/..G', 'S.......G/#.#.#.#.#'],
  rewards: ['0,0.7,1', '1 2 3', '-1, 0, 1'],
};

function valuesOf(fields: Fields, skip: readonly string[] = []): fc.Arbitrary<Record<string, number | string>> {
  const kept = Object.entries(fields).filter(([key]) => !skip.includes(key));
  return fc.record(Object.fromEntries(kept.map(([key, field]) => [key, valueOf(field, TEXTS[key] ?? [])])));
}

const anyRun = (world: WorldKind) =>
  fc.constantFrom(...(Object.keys(methods) as MethodKind[])).chain((method) => {
    return valuesOf(runFields(method, world)).map((values) => ({ ...defaultRun(method, world), ...values }));
  });

function changesOf(world: WorldKind, runs: PlaygroundConfig['runs']): fc.Arbitrary<Change[]> {
  const change = fc.nat(runs.length - 1).chain((run) => {
    const fields: Fields = runFields(runs[run]!.method, world);
    return fc
      .constantFrom(...Object.keys(fields))
      .chain((key) =>
        fc.record({ iteration: fc.nat(1000), value: valueOf(fields[key]!, []) }).map((rest) => ({ ...rest, run, key })),
      );
  });
  const shared = fc.record({
    iteration: fc.nat(1000),
    run: fc.constant('all'),
    key: fc.constant('cost'),
    value: fc.constantFrom('zero-one', 'angle', 'root-index'),
  }) as fc.Arbitrary<Change>;
  return fc
    .array(fc.oneof(change, shared), { maxLength: 8 })
    .map((changes) => changes.sort((a, b) => a.iteration - b.iteration));
}

/** Shared settings that a kind of world does not have. */
const idle = (kind: WorldKind): string[] =>
  Object.keys(trainingFields).filter((key) => !taskHas(key as TrainingKey, taskOf(kind)));

const anyMoment: fc.Arbitrary<Moment> = fc
  .record({
    k: fc.option(fc.nat(1_000_000)),
    state: fc.option(fc.nat(1_000_000)),
    follow: fc.constantFrom('most' as const, 'start' as const),
    heat: fc.constantFrom('policy' as const, 'change' as const, 'value' as const),
    panel: fc.constantFrom('flow' as const, 'region' as const, 'numbers' as const, 'cost' as const),
    layer: fc.option(fc.array(fc.nat(999), { minLength: 1, maxLength: 8 })),
    slice: fc.nat(99),
    charts: fc.array(fc.constantFrom('return', 'gap', 'beta', 'variation'), { maxLength: 4 }),
    axis: fc.constantFrom('iteration' as const, 'steps' as const, 'log-simulated' as const, 'log-elapsed' as const),
    opened: fc.subarray(['settings' as const, 'charts' as const]),
    lesson: fc.option(fc.constantFrom('kl.2', 'update.11')),
    lang: fc.option(fc.constantFrom('en', 'es')),
    proof: fc.option(
      fc.record({
        iteration: fc.nat(1_000_000),
        numerics: fc.nat(9),
        digests: fc.array(fc.constantFrom('0123abcd', 'ffffffff'), { minLength: 1, maxLength: 6 }),
        traces: fc.array(fc.constantFrom('ab-_~~', 'zz'), { maxLength: 6 }),
      }),
    ),
  })
  // a state that is pinned is not followed
  .map((moment) => (moment.state === null ? moment : { ...moment, follow: 'most' as const }));

/** Any config that a link can hold. */
export const anyConfig: fc.Arbitrary<PlaygroundConfig> = fc
  .constantFrom(...(Object.keys(worlds) as WorldKind[]))
  .chain((kind) =>
    fc.record({
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
      world: valuesOf(worlds[kind].fields as Fields).map((parameters) => ({ kind, parameters })),
      // an own matrix must fit the world: it has a test of its own
      training: valuesOf(trainingFields, ['cost', 'costMatrix', ...idle(kind)]).map((values) => ({
        ...defaultTraining(kind),
        ...values,
      })),
      runs: fc.array(anyRun(kind), { minLength: 1, maxLength: 6 }),
      play: fc.boolean(),
      view: fc.constantFrom('explore' as const, 'lecture' as const, 'embed' as const),
      frame: fc.record({ controls: fc.subarray([...controls]), shows: fc.subarray([...framed]) }),
      moment: anyMoment,
      stop: fc.option(fc.nat(1_000_000)),
    }),
  )
  // what a frame has is said of frames alone
  .map((config) => (config.view === 'embed' ? config : { ...config, frame: defaultFrame }))
  .chain((config) => changesOf(config.world.kind, config.runs).map((changes) => ({ ...config, changes })));
