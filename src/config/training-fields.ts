import { say } from '../copy/say.ts';
import {
  behaviourKind,
  costKinds,
  customCostProblem,
  placesKind,
  type SharedCostKind,
} from '../environments/action-cost.ts';
import {
  quote,
  type ChoiceField,
  type Field,
  type FieldValues,
  type Fields,
  type NumberField,
  type TextField,
} from '../field.ts';
import { hasPlaces, taskOf, type TaskKind, type WorldKind } from '../environments/registry.ts';
import { methods, type MethodKind } from '../methods/registry.ts';
import { networkFields, networkFieldTasks } from './network-fields.ts';

/** How advantages are had. */
const estimatorField = {
  kind: 'choice',
  label: 'advantages',
  symbol: 'A',
  default: 'exact',
  options: [
    { value: 'exact', label: 'exact', help: 'Policy evaluation in the true model: no sampling error.' },
    {
      value: 'model',
      label: 'sampled · certainty equivalent',
      help: 'Counts of all transitions so far make an empirical model; the policy is evaluated exactly in it.',
    },
    {
      value: 'monte-carlo',
      label: 'sampled · Monte Carlo',
      help: 'Discounted returns of this iteration’s episodes, minus a baseline.',
    },
    { value: 'gae', label: 'sampled · GAE', help: 'Generalised advantage estimation with a table as critic.' },
  ],
  help: 'Exact evaluation of the policy in the model, or estimates from sampled episodes.',
} as const satisfies ChoiceField;

const pairsField: TextField = {
  kind: 'text',
  label: 'biased pairs',
  default: '0:1',
  maxLength: 400,
  help: 'state:action pairs that get the bias, separated by spaces; * stands for every state, and 0:1*0.5 gets half of it. Actions count from 0.',
  problem: (text) => {
    const wrong = splitPairs(text).find((pair) => !/^(\*|\d{1,5}):\d{1,3}(\*\d{0,3}(\.\d{1,6})?)?$/.test(pair));
    return wrong === undefined
      ? undefined
      : say('{seen} is not a state:action pair such as 0:1, *:1 or 0:1*0.5.', { seen: quote(wrong) });
  },
};

function splitPairs(text: string): string[] {
  return text.split(/[\s+]+/).filter((pair) => pair !== '');
}

/** A pair that gets the bias, times a factor. */
interface BiasedPair {
  /** s·N+a */
  readonly pair: number;
  readonly factor: number;
}

/** The pairs that a text names; those outside the world are left out. */
export function biasedPairs(text: string, states: number, actions: number): BiasedPair[] {
  const pairs: BiasedPair[] = [];
  for (const named of splitPairs(text)) {
    const [from, to = ''] = named.split(':', 2);
    const [action, factor = 1] = to.split('*', 2).map(Number) as [number, number?];
    if (action >= actions) continue;
    if (from === '*') for (let s = 0; s < states; s += 1) pairs.push({ pair: s * actions + action, factor });
    else if (Number(from) < states) pairs.push({ pair: Number(from) * actions + action, factor });
  }
  return pairs;
}

const number = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** What all columns share: the problem, the data, the geometry. */
export const trainingFields = {
  estimator: estimatorField,
  gamma: number({
    label: 'discount',
    symbol: 'γ',
    default: 0.95,
    min: 0,
    max: 0.999,
    step: 0.001,
    scale: 'linear',
    help: 'Weight of a reward one step later. Each world has its own default.',
  }),
  cost: {
    kind: 'choice',
    label: 'action cost',
    symbol: 'M',
    default: 'zero-one',
    options: [...costKinds, behaviourKind, placesKind],
    help: 'What it costs to move probability from one action to another: the geometry that W and Sinkhorn see.',
  } as const satisfies ChoiceField<SharedCostKind | (typeof behaviourKind)['value']>,
  costMatrix: {
    kind: 'text',
    label: 'cost matrix',
    symbol: 'M',
    default: '',
    maxLength: 800,
    help: 'Rows: the action mass goes to. Columns: the action it leaves. Numbers separated by commas, rows by semicolons.',
    // whether it has as many rows as the world has actions is checked where the world is known
    problem: (text) => (text === '' ? undefined : customCostProblem(text, text.split(';').length)),
  } satisfies TextField,
  episodes: number({
    label: 'episodes an iteration',
    symbol: 'N',
    default: 30,
    min: 1,
    max: 1000,
    step: 30,
    scale: 'log',
    integer: true,
    help: 'Sampled episodes before each update, the same number in every column.',
  }),
  exploration: number({
    label: 'exploration',
    symbol: 'ε',
    default: 0.1,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Share of steps in which the sampling agent acts uniformly at random.',
  }),
  baseline: {
    kind: 'choice',
    label: 'baseline',
    default: 'state',
    options: [
      {
        value: 'state',
        label: 'each state’s mean',
        help: 'The mean return of the state in this iteration’s episodes.',
      },
      { value: 'constant', label: 'one constant', help: 'The mean return of all steps, as in the authors’ runs.' },
      { value: 'critic', label: 'learned V', help: 'A table that follows the mean return of each state.' },
    ],
    help: 'What is taken from Monte Carlo returns to make advantages of them.',
  } as const satisfies ChoiceField,
  unvisited: {
    kind: 'choice',
    label: 'unvisited states',
    default: 'stay',
    options: [
      { value: 'stay', label: 'stay as they are', help: 'Where nothing is known, nothing is changed.' },
      {
        value: 'zero',
        label: 'updated with A = 0',
        help: 'As in the authors’ runs: a blurring update changes them all the same.',
      },
    ],
    help: 'What an update does at states that no episode came through.',
  } as const satisfies ChoiceField,
  gaeLambda: number({
    label: 'GAE trace',
    default: 0.95,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Between one-step errors (0) and Monte Carlo returns (1). Not the λ of Sinkhorn.',
  }),
  scale: {
    kind: 'choice',
    label: 'advantage scale',
    default: 'raw',
    options: [
      { value: 'raw', label: 'raw', help: 'In units of reward.' },
      {
        value: 'normalised',
        label: 'normalised',
        help: 'Divided by the batch’s standard deviation, as the authors’ code does.',
      },
    ],
    help: 'Raw advantages in units of reward, or scaled to standard deviation 1.',
  } as const satisfies ChoiceField,
  bias: number({
    label: 'bias',
    symbol: 'b',
    default: 0,
    min: -100,
    max: 100,
    step: 0.1,
    scale: 'linear',
    help: 'A constant added to the advantages of the biased pairs: the paper authors’ “insufficient samples” protocol.',
  }),
  biasPairs: pairsField,
  yardstick: number({
    label: 'measuring λ',
    symbol: 'λₘ',
    default: 20,
    min: 0.5,
    max: 100,
    step: 60,
    scale: 'log',
    help: 'λ of the measured Sinkhorn distance, one for all columns, so that they can be compared.',
  }),
  ...networkFields,
} satisfies Fields;

export type TrainingSettings = FieldValues<typeof trainingFields>;
export type TrainingKey = keyof TrainingSettings;

/** Shared settings that change live; the others open the runs anew. */
export const liveTrainingKeys = ['cost', 'costMatrix'] as const satisfies readonly TrainingKey[];

/** A shared setting as a world has it: not every cost has a meaning in every world. */
export function trainingField(key: TrainingKey, world: WorldKind): Field {
  return key === 'cost' ? { ...trainingFields.cost, options: costsIn(world) } : trainingFields[key];
}

/** Actions of a physics task lead somewhere else in every state, of which there is no end; those that have places all lead to the end. */
function costsIn(world: WorldKind): ChoiceField['options'] {
  if (hasPlaces(world)) return [placesKind, ...costKinds];
  return taskOf(world) === 'table' ? [...costKinds, behaviourKind] : costKinds;
}

/** Whether what is trained has a shared setting at all, whatever the other settings are. */
export function taskHas(key: TrainingKey, task: TaskKind): boolean {
  if (key in networkFields) return networkFieldTasks[key as keyof typeof networkFields].includes(task);
  switch (key) {
    case 'gamma':
    case 'yardstick':
    case 'gaeLambda':
      return true;
    case 'cost':
    case 'costMatrix':
      return task !== 'continuous';
    default:
      return task === 'table';
  }
}

/**
 * Whether a shared setting reaches any column under the others: what the page shows.
 *
 * @param columns the columns' methods: some have networks fitted to where they moved mass, some follow gradients of what was done
 */
export function trainingKeyMatters(
  key: TrainingKey,
  settings: TrainingSettings,
  task: TaskKind,
  columns: readonly MethodKind[],
): boolean {
  if (!taskHas(key, task)) return false;
  const onPolicy = columns.some((method) => methods[method].mover.kind === 'gradient');
  const fitted = columns.some((method) => methods[method].mover.kind !== 'gradient');
  const branching = fitted && (task === 'discrete' || settings.learner === 'branch');
  switch (key) {
    case 'costMatrix':
      return settings.cost === 'custom';
    case 'gaeLambda':
      return task === 'table' ? settings.estimator === 'gae' : branching || onPolicy;
    case 'baseline':
      return settings.estimator === 'monte-carlo';
    case 'unvisited':
    case 'episodes':
    case 'exploration':
      return settings.estimator !== 'exact';
    case 'biasPairs':
      return settings.bias !== 0;
    case 'epochs':
      return branching || onPolicy;
    case 'learner':
      return fitted;
    case 'lookAhead':
    case 'states':
    case 'fitBound':
      return branching;
    case 'policyRate':
      return fitted && (task === 'discrete' || !branching);
    case 'updateRatio':
    case 'returnSteps':
    case 'replay':
    case 'warmup':
    case 'hold':
    case 'meanBound':
    case 'spreadBound':
      return fitted && !branching;
    default:
      return true;
  }
}
