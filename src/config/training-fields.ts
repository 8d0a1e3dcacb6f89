import { costKinds, customCostProblem } from '../environments/action-cost.ts';
import type { ChoiceField, FieldValues, Fields, NumberField, TextField } from '../field.ts';

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
      help: 'Discounted returns of this iteration’s episodes, minus each state’s mean.',
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
  help: 'state:action pairs that get the bias, separated by spaces; * stands for every state. Actions count from 0.',
  problem: (text) => {
    const wrong = splitPairs(text).find((pair) => !/^(\*|\d{1,5}):\d{1,3}$/.test(pair));
    return wrong === undefined ? undefined : `${JSON.stringify(wrong)} is not a state:action pair such as 0:1 or *:1.`;
  },
};

function splitPairs(text: string): string[] {
  return text.split(/[\s+]+/).filter((pair) => pair !== '');
}

/** Indices s·N+a of the pairs that a text names; pairs outside the world are left out. */
export function biasedPairs(text: string, states: number, actions: number): number[] {
  const pairs: number[] = [];
  for (const pair of splitPairs(text)) {
    const [from, to] = pair.split(':') as [string, string];
    const action = Number(to);
    if (action >= actions) continue;
    if (from === '*') for (let s = 0; s < states; s += 1) pairs.push(s * actions + action);
    else if (Number(from) < states) pairs.push(Number(from) * actions + action);
  }
  return pairs;
}

const number = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** Settings of networks, which physics tasks are learned with. */
const networkFields = {
  environments: number({
    label: 'parallel environments',
    default: 16,
    min: 1,
    max: 64,
    step: 32,
    scale: 'log',
    integer: true,
    help: 'Copies of the task that act side by side.',
  }),
  iterationSteps: number({
    label: 'steps an iteration',
    default: 2048,
    min: 64,
    max: 16_384,
    step: 64,
    scale: 'log',
    integer: true,
    help: 'Environment steps before the policy of the next iteration is fixed; the same in every column.',
  }),
  width: {
    kind: 'choice',
    label: 'width of layers',
    default: '64',
    options: ['16', '32', '64', '128', '256'].map((value) => ({ value, label: value })),
    help: 'Units of each hidden layer, with tanh, of the policy and of the critics.',
  } satisfies ChoiceField,
  layers: number({
    label: 'hidden layers',
    default: 2,
    min: 1,
    max: 3,
    step: 1,
    scale: 'linear',
    integer: true,
    help: 'Hidden layers of the policy and of the critics.',
  }),
  policyRate: number({
    label: 'learning rate of the policy',
    default: 0.001,
    min: 0.00001,
    max: 0.1,
    step: 80,
    scale: 'log',
    help: 'Step size of Adam when the policy is fitted to its target.',
  }),
  criticRate: number({
    label: 'learning rate of the critic',
    default: 0.001,
    min: 0.00001,
    max: 0.1,
    step: 80,
    scale: 'log',
    help: 'Step size of Adam when the critic is fitted.',
  }),
  minibatch: number({
    label: 'minibatch',
    default: 256,
    min: 16,
    max: 1024,
    step: 48,
    scale: 'log',
    integer: true,
    help: 'Rows of one gradient step.',
  }),
  epochs: number({
    label: 'epochs',
    default: 4,
    min: 1,
    max: 40,
    step: 39,
    scale: 'linear',
    integer: true,
    help: 'Passes over the batch: for the critic in each of two rounds, and for the policy.',
  }),
  particles: number({
    label: 'particles',
    symbol: 'n',
    default: 16,
    min: 2,
    max: 32,
    step: 1,
    scale: 'linear',
    integer: true,
    help: 'Actions drawn from the old policy at each state, among which the trust region moves mass.',
  }),
  updateRatio: number({
    label: 'updates a step',
    default: 0.25,
    min: 0.01,
    max: 2,
    step: 80,
    scale: 'log',
    help: 'Gradient steps of the critics for each environment step; the policy takes half as many.',
  }),
  returnSteps: number({
    label: 'steps of returns',
    default: 3,
    min: 1,
    max: 20,
    step: 1,
    scale: 'linear',
    integer: true,
    help: 'Rewards that are summed before the critic’s own estimate takes over.',
  }),
  replay: number({
    label: 'replay size',
    default: 300_000,
    min: 1000,
    max: 1_000_000,
    step: 60,
    scale: 'log',
    integer: true,
    unit: 'steps',
    help: 'Latest steps that the critics learn from. A step takes about 4 bytes for each number seen, twice.',
  }),
  warmup: number({
    label: 'random steps at first',
    default: 1000,
    min: 100,
    max: 50_000,
    step: 60,
    scale: 'log',
    integer: true,
    unit: 'steps',
    help: 'Steps with uniform actions before anything is learned.',
  }),
  hold: number({
    label: 'steps a random action is held',
    default: 1,
    min: 1,
    max: 100,
    step: 40,
    scale: 'log',
    integer: true,
    unit: 'steps',
    help: 'How long, on average, the random actions at first are kept: some tasks are never found by trembling.',
  }),
  meanBound: number({
    label: 'bound of the mean’s fit',
    default: 0.05,
    min: 0.0001,
    max: 10,
    step: 100,
    scale: 'log',
    unit: 'nats',
    help: 'Largest KL divergence by which the fitted mean may move in an iteration, beside the trust region’s own bound.',
  }),
  spreadBound: number({
    label: 'bound of the spread’s fit',
    default: 0.005,
    min: 0.00001,
    max: 10,
    step: 120,
    scale: 'log',
    unit: 'nats',
    help: 'Largest KL divergence by which the fitted spread may move in an iteration.',
  }),
} satisfies Fields;

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
    options: costKinds,
    help: 'What it costs to move probability from one action to another: the geometry that W and Sinkhorn see.',
  } as const satisfies ChoiceField<(typeof costKinds)[number]['value']>,
  costMatrix: {
    kind: 'text',
    label: 'cost matrix',
    symbol: 'M',
    default: '',
    maxLength: 600,
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

/** What is trained: a table in a finite world, or networks in a physics task with discrete or continuous actions. */
export type TaskKind = 'table' | 'discrete' | 'continuous';

const IN_TASKS: Readonly<Record<keyof typeof networkFields, readonly TaskKind[]>> = {
  environments: ['discrete', 'continuous'],
  iterationSteps: ['discrete', 'continuous'],
  width: ['discrete', 'continuous'],
  layers: ['discrete', 'continuous'],
  policyRate: ['discrete', 'continuous'],
  criticRate: ['discrete', 'continuous'],
  minibatch: ['discrete', 'continuous'],
  epochs: ['discrete'],
  particles: ['continuous'],
  updateRatio: ['continuous'],
  returnSteps: ['continuous'],
  replay: ['continuous'],
  warmup: ['continuous'],
  hold: ['continuous'],
  meanBound: ['continuous'],
  spreadBound: ['continuous'],
};

/** Whether a shared setting has a meaning under the others: what the page shows, and nothing else. */
export function trainingKeyMatters(key: TrainingKey, settings: TrainingSettings, task: TaskKind): boolean {
  if (key in IN_TASKS) return IN_TASKS[key as keyof typeof IN_TASKS].includes(task);
  switch (key) {
    case 'gamma':
    case 'yardstick':
      return true;
    case 'cost':
      return task !== 'continuous';
    case 'costMatrix':
      return task !== 'continuous' && settings.cost === 'custom';
    case 'gaeLambda':
      return task === 'discrete' || (task === 'table' && settings.estimator === 'gae');
    case 'episodes':
    case 'exploration':
      return task === 'table' && settings.estimator !== 'exact';
    case 'biasPairs':
      return task === 'table' && settings.bias !== 0;
    default:
      return task === 'table';
  }
}
