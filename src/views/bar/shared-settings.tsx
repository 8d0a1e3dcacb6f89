import { say } from '../../copy/say.ts';
import { customCostProblem, customCostText, transposedCost } from '../../environments/action-cost.ts';
import { methods, type RunConfig } from '../../methods/registry.ts';
import { defaultTraining, seedField, type PlaygroundConfig } from '../../config/playground-config.ts';
import {
  trainingField,
  trainingFields,
  trainingKeyMatters,
  type TrainingKey,
  type TrainingSettings,
} from '../../config/training-fields.ts';
import { parameterFields, type TaskKind, type WorldKind } from '../../environments/registry.ts';
import type { Field } from '../../field.ts';
import { withParameter, withSeed, withTraining } from '../../playground/edits.ts';
import { gridToDraw, ownMapDiffers, takeOwnMap } from '../../playground/own-map-edit.ts';
import { valuedBy } from '../plan/valued-by.ts';
import { useConfig, usePicture, usePlayground } from '../use-playground.ts';
import { FieldControl } from './field-control.tsx';

/** What all columns share: the data, the discount, the geometry, the seed, and the world's own parameters. */
export function SharedSettings() {
  const playground = usePlayground();
  const config = useConfig((whole) => whole);
  const picture = usePicture();
  // of what has names
  const actions = picture.kind === 'continuous' ? [] : picture.actions;
  const { training } = playground.settings(0);
  const { kind, parameters } = config.world;
  const defaults = defaultTraining(kind);
  const worldFields = parameterFields(kind, parameters);
  const set = (key: TrainingKey, value: number | string): void => {
    const values: Partial<Record<TrainingKey, number | string>> = { [key]: value };
    // an own matrix begins as the one that was in force, where that was one for all states
    if (key === 'cost' && value === 'custom')
      values.costMatrix = customCostText(
        training.cost === 'behaviour' ? 'zero-one' : training.cost,
        actions,
        training.costMatrix,
      );
    playground.edit((whole, at) => withTraining(whole, values as Partial<TrainingSettings>, at));
  };
  const keys = (Object.keys(trainingFields) as TrainingKey[]).filter((key) =>
    trainingKeyMatters(
      key,
      training,
      playground.task,
      config.runs.map(({ method }) => method),
    ),
  );
  return (
    <section className="shared" aria-label={say('All columns')}>
      <p className="shared-summary">{summary(config, playground.task)}</p>
      <DrawButtons named={actions.length > 0} />
      <div className="shared-fields">
        <FieldControl
          field={seedField}
          name="seed"
          value={config.seed}
          onChange={(value) => playground.edit((whole) => withSeed(whole, value as number))}
        />
        {keys.map((key) => (
          <FieldControl
            key={key}
            field={fieldFor(key, kind, defaults, actions.length)}
            name={key}
            // as the pictures have it: a row for each old action
            value={key === 'costMatrix' ? transposedCost(training[key]) : training[key]}
            onChange={(value) => set(key, key === 'costMatrix' ? transposedCost(String(value)) : value)}
          />
        ))}
        {Object.entries(worldFields).map(([key, field]) => (
          <FieldControl
            key={`${kind}.${key}`}
            field={field}
            name={key}
            value={parameters[key] ?? field.default}
            onChange={(value) => playground.edit((whole) => withParameter(whole, key, value))}
          />
        ))}
      </div>
    </section>
  );
}

/** What is better drawn than typed. @param named whether actions have names, and so a table of what a move costs */
function DrawButtons({ named }: { readonly named: boolean }) {
  const playground = usePlayground();
  const world = useConfig((config) => config.world);
  const draws = world.kind === 'gridworld' || gridToDraw(playground.config.getState());
  const drawMap = (): void => {
    // where something will not be the same, that is said first
    if (ownMapDiffers(playground.config.getState()).length === 0) takeOwnMap(playground);
    playground.look({ editor: { kind: 'map' } });
  };
  return (
    <p className="draw-buttons">
      {draws && (
        <button type="button" onClick={drawMap}>
          {say(world.kind === 'gridworld' ? 'Draw the map' : 'Draw your own map from this one')}
        </button>
      )}
      {named && (
        <button type="button" onClick={() => playground.look({ editor: { kind: 'cost' } })}>
          {say('Edit the table of M')}
        </button>
      )}
    </p>
  );
}

/** A shared field as this world needs it: its own default, and a matrix that fits its N actions. */
function fieldFor(key: TrainingKey, world: WorldKind, defaults: TrainingSettings, actions: number): Field {
  if (key === 'costMatrix') {
    const help =
      'As in the picture of M: a row for each action that mass leaves, a column for each one it goes to. Numbers separated by commas, rows by semicolons.';
    return { ...trainingFields.costMatrix, help, problem: (text) => customCostProblem(text, actions) };
  }
  return { ...trainingField(key, world), default: defaults[key] } as Field;
}

function summary({ training, seed, runs }: PlaygroundConfig, task: TaskKind): string {
  if (task !== 'table') return networkSummary(training, seed, task, runs);
  const { estimator, cost } = trainingFields;
  const named = (options: readonly { value: string; label: string }[], value: string): string =>
    say(options.find((option) => option.value === value)?.label ?? value);
  const parts = [
    say('advantages {kind}', { kind: named(estimator.options, training.estimator) }),
    `γ ${training.gamma}`,
    `M ${named(cost.options, training.cost)}`,
  ];
  if (training.estimator !== 'exact')
    parts.push(`N ${training.episodes}`, `ε ${training.exploration}`, say(training.scale));
  if (training.bias !== 0)
    parts.push(say('bias {bias} on {pairs}', { bias: training.bias, pairs: training.biasPairs }));
  return [...parts, say('seed {seed}', { seed })].join(' · ');
}

/** What is promised of a physics task, and where its advantages come from. */
function networkSummary(
  training: TrainingSettings,
  seed: number,
  task: Exclude<TaskKind, 'table'>,
  runs: readonly RunConfig[],
): string {
  const { width, layers, iterationSteps, environments, gamma } = training;
  const region = runs.some(({ method }) => methods[method].mover.kind !== 'gradient');
  const baseline = runs.some(({ method }) => methods[method].mover.kind === 'gradient');
  const critics = [
    ...(region
      ? [task === 'discrete' ? say('advantages by one-step look-ahead with a V-critic') : valuedBy(training)]
      : []),
    ...(baseline ? [say(region ? 'baselines: a V-critic and GAE' : 'a V-critic and GAE')] : []),
  ];
  return [
    say('networks {shape} tanh', { shape: Array.from({ length: layers }, () => width).join('–') }),
    ...critics,
    say('{steps} steps an iteration in {n} environments', { steps: iterationSteps, n: environments }),
    `γ ${gamma}`,
    say('seed {seed}: the same on the same WebAssembly backend', { seed }),
  ].join(' · ');
}
