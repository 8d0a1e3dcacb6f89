import { worlds, type WorldKind } from '../environments/registry.ts';
import { defaultsOf, type Fields, type NumberField } from '../field.ts';
import type { MethodKind, RunConfig } from '../methods/registry.ts';
import { defaultFrame, type FrameLayout, type PageView } from './layout.ts';
import { defaultMoment, type Moment } from './moment.ts';
import { defaultRun, withSetting } from './run-fields.ts';
import { worldDefaults } from './world-defaults.ts';
import { trainingFields, type liveTrainingKeys, type TrainingSettings } from './training-fields.ts';

/** A world and its parameters. */
export interface WorldConfig {
  readonly kind: WorldKind;
  readonly parameters: Readonly<Record<string, number | string>>;
}

/** A live change: `key` of column `run` (or of all) becomes `value` from iteration `iteration` on. */
export type Change =
  | { readonly iteration: number; readonly run: number; readonly key: string; readonly value: number | string }
  | {
      readonly iteration: number;
      readonly run: 'all';
      readonly key: (typeof liveTrainingKeys)[number];
      readonly value: string;
    };

/** Exactly what a link holds: with an iteration number it determines every number on the page. */
export interface PlaygroundConfig {
  readonly seed: number;
  readonly world: WorldConfig;
  readonly training: TrainingSettings;
  /** 1 to MAX_RUNS columns, from left to right. */
  readonly runs: readonly RunConfig[];
  /** In order of iteration. */
  readonly changes: readonly Change[];
  /** False opens paused. */
  readonly play: boolean;
  /** Pauses when this iteration is reached. */
  readonly stop: number | null;
  readonly view: PageView;
  /** What a frame of another page has. */
  readonly frame: FrameLayout;
  /** What is on the screen when it opens. */
  readonly moment: Moment;
}

export const MAX_RUNS = 6;
export const MAX_CHANGES = 500;
export const MAX_ITERATION = 1_000_000;

export const seedField: NumberField = {
  kind: 'number',
  label: 'seed',
  default: 1,
  min: 0,
  max: 4_294_967_295,
  step: 1,
  scale: 'linear',
  integer: true,
  help: 'Everything random follows from it. The same seed gives the same run.',
};

/** Where a run may be asked to pause. */
export const iterationField: NumberField = {
  kind: 'number',
  label: 'iteration',
  default: 0,
  min: 0,
  max: MAX_ITERATION,
  step: 1,
  scale: 'linear',
  integer: true,
  help: 'Number of updates since the first policy.',
};

/** A world as it comes. */
export function defaultWorld(kind: WorldKind): WorldConfig {
  return { kind, parameters: defaultsOf(worlds[kind].fields as Fields) };
}

/** Shared settings as they come for a world. */
export function defaultTraining(kind: WorldKind): TrainingSettings {
  const own = worldDefaults[kind].training;
  return { ...defaultsOf(trainingFields), gamma: worlds[kind].gamma, ...own };
}

/** The columns of a link that names none, whatever other methods there are. */
export const OPENING = ['kl', 'wasserstein', 'sinkhorn'] as const satisfies readonly MethodKind[];

/** The world of a link that names none. */
export const OPENING_WORLD: WorldKind = 'cliff-walking';

/** What the page opens with: three metrics on the same cliff. */
export function defaultConfig(): PlaygroundConfig {
  const kind = OPENING_WORLD;
  return {
    seed: seedField.default,
    world: defaultWorld(kind),
    training: defaultTraining(kind),
    runs: OPENING.map((method) => defaultRun(method, kind)),
    changes: [],
    play: true,
    stop: null,
    view: 'explore',
    frame: defaultFrame,
    moment: defaultMoment,
  };
}

/** A column's own settings and the live shared ones, with all changes up to and including an iteration made. */
export function settingsAt(
  config: Pick<PlaygroundConfig, 'training' | 'changes'>,
  run: RunConfig,
  index: number,
  iteration: number,
): { readonly run: RunConfig; readonly training: TrainingSettings } {
  let own = run;
  let training = config.training;
  for (const change of config.changes) {
    if (change.iteration > iteration) break;
    if (change.run === 'all') training = { ...training, [change.key]: change.value };
    else if (change.run === index) own = withSetting(own, change.key, change.value);
  }
  return { run: own, training };
}
