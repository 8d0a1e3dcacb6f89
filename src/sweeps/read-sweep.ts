import * as v from 'valibot';
import { say } from '../copy/say.ts';
import { decodeLink } from '../config/link.ts';
import { seedField } from '../config/playground-config.ts';
import type { WorldKind } from '../environments/registry.ts';
import { quote, visible } from '../field.ts';
import { keyName, settingProblem, valueName } from './settings.ts';
import { sweepMeasures } from './sweep-measures.ts';
import { cellCount, taskCount } from './sweep-size.ts';
import type { Axis, AxisValue, Settings, Sweep } from './sweep.ts';

export const MAX_TASKS = 20_000;
const MAX_CELLS = 2000;
const MAX_ITERATIONS = 100_000;
const MAX_POINTS = 200;
const MAX_NAME = 200;
const MAX_KEYS = 100;
const MAX_LINK = 40_000;

// what is wanted is said when it is missed, in the language of that moment
const text = (most: number) =>
  v.pipe(
    v.string(() => say('a text')),
    v.maxLength(most, () => say('a text of at most {most} characters', { most })),
  );
const name = v.pipe(
  text(MAX_NAME),
  v.minLength(1, () => say('a text that is not empty')),
);
const whole = (least: number, most: number) => {
  const wanted = (): string => say('a whole number from {least} to {most}', { least, most });
  return v.pipe(v.number(wanted), v.integer(wanted), v.minValue(least, wanted), v.maxValue(most, wanted));
};
const list = <Item extends v.GenericSchema>(item: Item, least: number, most: number) => {
  const wanted = (): string => say('a list of {least} to {most}', { least, most });
  return v.pipe(v.array(item, wanted), v.minLength(least, wanted), v.maxLength(most, wanted));
};

const setting = v.union([v.pipe(v.number(), v.finite()), text(MAX_LINK)], () => say('a text or a number'));
const measure = v.picklist(
  sweepMeasures.map(({ key }) => key),
  () => say('one of {known}', { known: sweepMeasures.map(({ key }) => key).join(', ') }),
);
const shorthand = v.strictObject({ key: name, values: list(setting, 1, MAX_CELLS) }, () => say('key and values'));
const settings = v.pipe(
  v.record(name, setting, () => say('keys with values')),
  v.maxEntries(MAX_KEYS, () => say('at most {most} keys', { most: MAX_KEYS })),
);
const axisValue = v.strictObject({ label: name, set: settings }, () => say('label and set'));
const longhand = v.strictObject({ name, values: list(axisValue, 1, MAX_CELLS) }, () => say('name and values'));
const seeds = v.strictObject({ first: whole(0, seedField.max), count: whole(1, MAX_TASKS) }, () =>
  say('a number, or first and count'),
);
const goal = v.strictObject(
  {
    measure: v.picklist(['gap', 'final'], () => say('gap or final')),
    share: v.pipe(
      v.number(() => say('a number')),
      v.gtValue(0, () => say('a number above 0')),
      v.ltValue(1, () => say('a number below 1')),
    ),
  },
  () => say('measure and share'),
);

/** An axis is one of two forms, told apart before it is read, so that what is wrong is told of the form that was meant. */
const axis = v.lazy((given) => (typeof given === 'object' && given !== null && 'key' in given ? shorthand : longhand));

const file = v.strictObject(
  {
    title: name,
    about: v.optional(text(MAX_LINK), ''),
    link: text(MAX_LINK),
    vary: v.optional(list(axis, 0, 2), []),
    seeds: v.optional(
      v.lazy((given) => (typeof given === 'number' ? whole(1, MAX_TASKS) : seeds)),
      1,
    ),
    iterations: whole(1, MAX_ITERATIONS),
    measures: v.optional(list(measure, 1, sweepMeasures.length), ['return', 'gap']),
    points: v.optional(whole(2, MAX_POINTS), 40),
    goal: v.optional(v.nullable(goal), null),
  },
  () => say('an object with title, link and iterations'),
);

/** Reads a sweep from what JSON or YAML held; a problem is one sentence with the value seen and the value wanted. */
export function readSweep(value: unknown): { readonly sweep: Sweep } | { readonly problem: string } {
  const read = v.safeParse(file, value, { abortEarly: true });
  if (!read.success) return { problem: sentence(say('The sweep'), read.issues[0]) };
  const { title, about, iterations, points, goal: arrival } = read.output;
  const link = fragmentOf(read.output.link);
  const { config, problems } = decodeLink(link);
  if (problems.length > 0) return { problem: say('The link of the sweep: {problem}', { problem: problems[0]! }) };
  const vary = read.output.vary.map((given) => axisOf(given, config.world.kind));
  const problem = axesProblem(vary);
  if (problem !== undefined) return { problem };
  const given = read.output.seeds;
  const dealt = typeof given === 'number' ? { first: seedField.default, count: given } : given;
  if (dealt.first + dealt.count - 1 > seedField.max) {
    const values = { last: dealt.first + dealt.count - 1, most: seedField.max };
    return { problem: say('The last seed is {last}; expected is at most {most}.', values) };
  }
  const measures = [...new Set(read.output.measures)];
  const sweep = { title, about, link, vary, seeds: dealt, iterations, measures, points, goal: arrival };
  const cells = cellCount(sweep);
  if (cells > MAX_CELLS) {
    const values = { cells, most: MAX_CELLS };
    return { problem: say('The axes have {cells} combinations; expected are at most {most}.', values) };
  }
  const tasks = taskCount(sweep);
  return tasks <= MAX_TASKS
    ? { sweep }
    : { problem: say('The sweep has {tasks} runs; expected are at most {most}.', { tasks, most: MAX_TASKS }) };
}

/** What of the axes cannot be, as far as the names of their keys tell. */
function axesProblem(vary: readonly Axis[]): string | undefined {
  const [first, second] = vary.map(({ values }) => values.flatMap(({ set }) => Object.entries(set)));
  for (const [key, value] of [...(first ?? []), ...(second ?? [])]) {
    const problem = settingProblem(key, value);
    if (problem !== undefined) return problem;
  }
  const twice = first?.find(([key]) => second?.some(([other]) => other === key));
  return twice && say('Both axes set {key}; expected is one that does.', { key: quote(twice[0]) });
}

/**
 * One sentence about what does not fit: where, the value seen, the value wanted.
 *
 * @param whole what it is a part of, in the language of the page
 */
export function sentence(whole: string, issue: v.BaseIssue<unknown>): string {
  const full = v.getDotPath(issue) ?? '';
  const path = visible(full.length > 80 ? `${full.slice(0, 80)}…` : full);
  const where = path === '' ? whole : say('{whole}’s {path}', { whole, path });
  // valibot's own words stand where no words of ours do
  if (issue.type === 'strict_object' && issue.expected === 'never') return say('{where} is not known here.', { where });
  if (issue.type.endsWith('object') && issue.input === undefined) return say('{where} is missing.', { where });
  const own = !issue.message.startsWith('Invalid');
  const wanted = own ? issue.message : (issue.expected ?? say('something else'));
  return say('{where} is {seen}; expected is {wanted}.', { where, seen: seen(issue.input), wanted });
}

function seen(input: unknown): string {
  if (typeof input === 'number') return String(input);
  return quote(typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input)));
}

function axisOf(given: v.InferOutput<typeof axis>, world: WorldKind): Axis {
  if (!('key' in given)) return { name: given.name, values: given.values };
  const { key } = given;
  return {
    name: keyName(key, world),
    values: given.values.map((value): AxisValue => {
      const set: Settings = { [key]: value };
      return { label: valueName(key, value, world).slice(0, MAX_NAME), set };
    }),
  };
}

function fragmentOf(link: string): string {
  const at = link.indexOf('#');
  if (at >= 0) return link.slice(at + 1);
  return link.includes('://') ? '' : link;
}
