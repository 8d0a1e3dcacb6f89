import { quote, readField, type ChoiceField, type Field, type NumberField, type Problem } from '../field.ts';

/** What a map shows. */
export type Heat = 'policy' | 'change' | 'value';
/** What is shown of the update at one state: where mass flowed, the trust region, the plan in numbers, or what moves cost. */
export type Panel = 'flow' | 'region' | 'numbers' | 'cost';
/** Which state is looked at where none is pinned: the one that moved most in the last update, or where episodes begin. */
export type Follow = 'most' | 'start';

/** What is on the screen of a run: no number hangs on it. */
export interface Moment {
  /** The iteration at which it opens; null at its start. */
  readonly k: number | null;
  /** The state that is pinned, null where one is followed. */
  readonly state: number | null;
  readonly follow: Follow;
  readonly heat: Heat;
  readonly panel: Panel;
  /** Option drawn of each layer of a finite world's lattice; null for the first in which episodes begin. */
  readonly layer: readonly number[] | null;
  /** Slice of a physics task. */
  readonly slice: number;
}

export const defaultMoment: Moment = {
  k: null,
  state: null,
  follow: 'most',
  heat: 'policy',
  panel: 'flow',
  layer: null,
  slice: 0,
};

/** The keys of a link that say what is on the screen. */
export const momentKeys = ['k', 's', 'show', 'panel', 'layer', 'slice'] as const;

const counted = (label: string, max: number, help: string): NumberField => ({
  kind: 'number',
  label,
  default: 0,
  min: 0,
  max,
  step: 1,
  scale: 'linear',
  integer: true,
  help,
});

const choice = <Value extends string>(label: string, values: readonly Value[], help: string): ChoiceField<Value> => ({
  kind: 'choice',
  label,
  default: values[0]!,
  options: values.map((value) => ({ value, label: value })),
  help,
});

const fields = {
  k: counted('iteration', 1_000_000, 'The iteration at which it opens.'),
  s: counted('state', 1_000_000, 'The state whose update is shown; "start" follows where episodes begin.'),
  show: choice<Heat>('maps', ['policy', 'change', 'value'], 'What the maps show.'),
  panel: choice<Panel>('update', ['flow', 'region', 'numbers', 'cost'], 'How the update of one state is drawn.'),
  slice: counted('slice', 99, 'Which slice of a physics task is drawn.'),
};

type Say = (problem: Problem) => void;

/** Reads what a link says of the moment; what cannot be read is as if it were not there. */
export function readMoment(take: (key: string) => string | undefined, say: Say): Moment {
  const read = <Value>(key: keyof typeof fields, otherwise: Value): Value => {
    const given = take(key);
    if (given === undefined) return otherwise;
    const { value, problem, unreadable } = readField<Field>(fields[key], key, given);
    if (problem !== undefined) say(unreadable === true ? { says: problem.says, remedy: 'it is ignored' } : problem);
    return unreadable === true ? otherwise : (value as Value);
  };
  const k = read<number | null>('k', null);
  const s = take('s');
  const state = s === undefined || s === 'start' ? null : readState(s, say);
  const layer = take('layer');
  return {
    k,
    state,
    follow: s === 'start' ? 'start' : 'most',
    heat: read('show', defaultMoment.heat),
    panel: read('panel', defaultMoment.panel),
    layer: layer === undefined ? null : readLayer(layer, say),
    slice: read('slice', 0),
  };
}

function readState(given: string, say: Say): number | null {
  const { value, problem, unreadable } = readField<Field>(fields.s, 's', given);
  if (problem !== undefined)
    say({ says: problem.says, remedy: unreadable === true ? 'the state that moved most is shown' : problem.remedy });
  return unreadable === true ? null : (value as number);
}

function readLayer(given: string, say: Say): readonly number[] | null {
  if (/^\d{1,3}(\.\d{1,3}){0,7}$/.test(given)) return given.split('.').map(Number);
  say({ says: `layer = ${quote(given)} is not numbers with dots between them`, remedy: 'the first layer is shown' });
  return null;
}

/** Adds to a link what is not as a run opens. */
export function writeMoment(moment: Moment, add: (key: string, value: string) => void): void {
  if (moment.k !== null) add('k', String(moment.k));
  if (moment.state !== null) add('s', String(moment.state));
  else if (moment.follow === 'start') add('s', 'start');
  if (moment.heat !== defaultMoment.heat) add('show', moment.heat);
  if (moment.panel !== defaultMoment.panel) add('panel', moment.panel);
  if (moment.layer !== null) add('layer', moment.layer.join('.'));
  if (moment.slice !== 0) add('slice', String(moment.slice));
}
