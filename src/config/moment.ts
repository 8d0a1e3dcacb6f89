import { say } from '../copy/say.ts';
import { problemOf, quote, readField, type ChoiceField, type Field, type NumberField, type Problem } from '../field.ts';

/** What a map shows. */
export type Heat = 'policy' | 'change' | 'value';
/** What is shown of the update at one state: where mass flowed, the trust region, the plan in numbers, or what moves cost. */
export type Panel = 'flow' | 'region' | 'numbers' | 'cost';
/** What the charts' x-axis counts, and whether it is logarithmic. */
export type ChartAxis = (typeof AXES)[number];
/** What is folded away until the reader opens it. */
export type Opened = 'settings' | 'charts';
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
  /** Measures that the charts show, from the first on; what is none of the world's measures is as if it were not there. */
  readonly charts: readonly string[];
  readonly axis: ChartAxis;
  readonly opened: readonly Opened[];
  /** The scene of a lesson that is open, as `kl.2`; null where none is. */
  readonly lesson: string | null;
  /** The language of the page, as `es`; null for that of the reader's browser. */
  readonly lang: string | null;
  /** What stood there when the link was made; null where it does not say. */
  readonly proof: Proof | null;
}

/** By what a run is known again. */
export interface Proof {
  readonly iteration: number;
  /** Version of the numerics, as digests have it. */
  readonly numerics: number;
  /** The first 8 hexadecimal digits of each column's digest. */
  readonly digests: readonly string[];
  /** Of each column, two letters for each of up to 16 iterations on the way. */
  readonly traces: readonly string[];
}

export const defaultMoment: Moment = {
  k: null,
  state: null,
  follow: 'most',
  heat: 'policy',
  panel: 'flow',
  layer: null,
  slice: 0,
  charts: [],
  axis: 'iteration',
  opened: [],
  lesson: null,
  lang: null,
  proof: null,
};

/** The keys of a link that say what is on the screen. */
export const momentKeys = [
  'k',
  's',
  'show',
  'panel',
  'layer',
  'slice',
  'charts',
  'axis',
  'open',
  'lesson',
  'lang',
  'digest',
  'trace',
] as const;

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

const AXES = [
  'iteration',
  'steps',
  'simulated',
  'elapsed',
  'log-iteration',
  'log-steps',
  'log-simulated',
  'log-elapsed',
] as const;
const OPENED: readonly Opened[] = ['settings', 'charts'];

const fields = {
  k: counted('iteration', 1_000_000, 'The iteration at which it opens.'),
  s: counted('state', 1_000_000, 'The state whose update is shown; "start" follows where episodes begin.'),
  show: choice<Heat>('maps', ['policy', 'change', 'value'], 'What the maps show.'),
  panel: choice<Panel>('update', ['flow', 'region', 'numbers', 'cost'], 'How the update of one state is drawn.'),
  slice: counted('slice', 99, 'Which slice of a physics task is drawn.'),
  axis: choice<ChartAxis>('x-axis', AXES, 'What the charts count from left to right.'),
};

type Tell = (problem: Problem) => void;

/** Reads what a link says of the moment; what cannot be read is as if it were not there. */
export function readMoment(take: (key: string) => string | undefined, tell: Tell): Moment {
  const read = <Value>(key: keyof typeof fields, otherwise: Value): Value => {
    const given = take(key);
    if (given === undefined) return otherwise;
    const { value, problem, unreadable } = readField<Field>(fields[key], key, given);
    if (problem !== undefined)
      tell(unreadable === true ? { says: problem.says, remedy: say('it is ignored') } : problem);
    return unreadable === true ? otherwise : (value as Value);
  };
  const k = read<number | null>('k', null);
  const s = take('s');
  const state = s === undefined || s === 'start' ? null : readState(s, tell);
  const layer = take('layer');
  return {
    k,
    state,
    follow: s === 'start' ? 'start' : 'most',
    heat: read('show', defaultMoment.heat),
    panel: read('panel', defaultMoment.panel),
    layer: layer === undefined ? null : readLayer(layer, tell),
    slice: read('slice', 0),
    charts: readCharts(take('charts'), tell),
    axis: read('axis', defaultMoment.axis),
    opened: readOpened(take('open'), tell),
    lesson: readWord('lesson', /^[a-z]{1,20}\.[1-9]\d?$/, take, (given) =>
      tell(
        problemOf('lesson = {given} is not a lesson and the number of its scene, as kl.2', 'it is ignored', { given }),
      ),
    ),
    lang: readWord('lang', /^[a-z]{2,3}$/, take, (given) =>
      tell(problemOf('lang = {given} is not a language in two letters, as es', 'it is ignored', { given })),
    ),
    proof: readProof(take('digest'), take('trace'), tell),
  };
}

function readWord(
  key: string,
  wanted: RegExp,
  take: (key: string) => string | undefined,
  refuse: (given: string) => void,
): string | null {
  const given = take(key);
  if (given === undefined || wanted.test(given)) return given ?? null;
  refuse(quote(given));
  return null;
}

function readCharts(given: string | undefined, tell: Tell): readonly string[] {
  if (given === undefined) return [];
  if (/^[a-zA-Z]{1,20}(\.[a-zA-Z]{1,20}){0,3}$/.test(given)) return given.split('.');
  tell(
    problemOf('charts = {given} is not up to 4 measures with dots between them', 'it is ignored', {
      given: quote(given),
    }),
  );
  return [];
}

function readOpened(given: string | undefined, tell: Tell): readonly Opened[] {
  if (given === undefined) return [];
  const words = given.split('.', OPENED.length + 1);
  const opened = OPENED.filter((part) => words.includes(part));
  if (opened.length < words.length)
    tell(
      problemOf('open = {given} is not settings or charts, with dots between them', 'the rest is ignored', {
        given: quote(given),
      }),
    );
  return opened;
}

/** `iteration.numerics.digest.digest…`, and a trace of each column. */
function readProof(digest: string | undefined, trace: string | undefined, tell: Tell): Proof | null {
  if (digest === undefined) return null;
  const match = /^(\d{1,7})\.(\d{1,4})((?:\.[0-9a-f]{8}){1,6})$/.exec(digest);
  if (match === null) {
    tell(
      problemOf('digest = {given} is not an update, a version and 8 digits for each column', 'nothing is compared', {
        given: quote(digest),
      }),
    );
    return null;
  }
  const digests = match[3]!.slice(1).split('.');
  const traces = trace !== undefined && /^[\w~.-]{0,200}$/.test(trace) ? trace.split('.') : [];
  return { iteration: Number(match[1]), numerics: Number(match[2]), digests, traces };
}

function readState(given: string, tell: Tell): number | null {
  const { value, problem, unreadable } = readField<Field>(fields.s, 's', given);
  if (problem !== undefined)
    tell({
      says: problem.says,
      remedy: unreadable === true ? say('the state that moved most is shown') : problem.remedy,
    });
  return unreadable === true ? null : (value as number);
}

function readLayer(given: string, tell: Tell): readonly number[] | null {
  if (/^\d{1,3}(\.\d{1,3}){0,7}$/.test(given)) return given.split('.').map(Number);
  tell(
    problemOf('layer = {given} is not numbers with dots between them', 'the first layer is shown', {
      given: quote(given),
    }),
  );
  return null;
}

/**
 * Adds to a link what is not as a run opens.
 * @param shows what a frame shows, which is said under the same key as what the maps do
 */
export function writeMoment(moment: Moment, add: (key: string, value: string) => void, shows: string | null): void {
  if (moment.k !== null) add('k', String(moment.k));
  if (moment.state !== null) add('s', String(moment.state));
  else if (moment.follow === 'start') add('s', 'start');
  const show = [...(moment.heat === defaultMoment.heat ? [] : [moment.heat]), ...(shows === null ? [] : [shows])];
  if (show.length > 0) add('show', show.join(','));
  if (moment.panel !== defaultMoment.panel) add('panel', moment.panel);
  if (moment.layer !== null) add('layer', moment.layer.join('.'));
  if (moment.slice !== 0) add('slice', String(moment.slice));
  if (moment.charts.length > 0) add('charts', moment.charts.join('.'));
  if (moment.axis !== defaultMoment.axis) add('axis', moment.axis);
  if (moment.opened.length > 0) add('open', moment.opened.join('.'));
  if (moment.lesson !== null) add('lesson', moment.lesson);
  if (moment.lang !== null) add('lang', moment.lang);
  if (moment.proof !== null) {
    const { iteration, numerics, digests, traces } = moment.proof;
    add('digest', [iteration, numerics, ...digests].join('.'));
    if (traces.length > 0) add('trace', traces.join('.'));
  }
}
