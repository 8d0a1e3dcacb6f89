import { say } from '../../copy/say.ts';
import { decodeLink } from '../../config/link.ts';
import { worlds, type WorldKind } from '../../environments/registry.ts';
import { keyName, valueName } from '../../sweeps/settings.ts';
import type { Axis, Goal, Sweep, SweepMeasure } from '../../sweeps/sweep.ts';

/** An axis as it is being written: a key with its values as text, or as a file had it, with several keys a value. */
export type DraftAxis =
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly values: string;
      /** As a file has it, where that is not what the key is called. */
      readonly name?: string;
    }
  | { readonly kind: 'given'; readonly axis: Axis };

/** A sweep as it is being written: texts may be anything until they are read. */
export interface SweepDraft {
  readonly title: string;
  readonly about: string;
  readonly link: string;
  readonly vary: readonly DraftAxis[];
  readonly firstSeed: string;
  readonly seeds: string;
  readonly iterations: string;
  readonly points: string;
  readonly measures: readonly SweepMeasure[];
  readonly goal: Goal['measure'] | 'none';
  readonly share: string;
}

/** What the page begins with, for a link. */
export function newDraft(link: string): SweepDraft {
  return {
    title: say('My sweep'),
    about: '',
    link,
    vary: [{ kind: 'key', key: 'run.delta', values: '0.003 0.01 0.03 0.1' }],
    firstSeed: '1',
    seeds: '5',
    iterations: '40',
    points: '41',
    measures: ['return', 'gap', 'variation'],
    goal: 'none',
    share: '0.05',
  };
}

/** A sweep to write on. */
export function draftOf(sweep: Sweep): SweepDraft {
  const world = worldOf(sweep.link);
  return {
    title: sweep.title,
    about: sweep.about,
    link: sweep.link,
    vary: sweep.vary.map((axis) => draftAxis(axis, world)),
    firstSeed: String(sweep.seeds.first),
    seeds: String(sweep.seeds.count),
    iterations: String(sweep.iterations),
    points: String(sweep.points),
    measures: sweep.measures,
    goal: sweep.goal?.measure ?? 'none',
    share: String(sweep.goal?.share ?? 0.05),
  };
}

/** What a sweep file would hold: for `readSweep` to judge. */
export function contentOf(draft: SweepDraft): object {
  const { title, about, link, measures, goal } = draft;
  return {
    title,
    about,
    link,
    vary: draft.vary.map((one) => (one.kind === 'given' ? one.axis : keyAxis(one, worldOf(link)))),
    seeds: { first: numberOf(draft.firstSeed), count: numberOf(draft.seeds) },
    iterations: numberOf(draft.iterations),
    measures,
    points: numberOf(draft.points),
    goal: goal === 'none' ? null : { measure: goal, share: numberOf(draft.share) },
  };
}

/** Values separated by spaces or commas; numbers where they are. */
export function parseValues(text: string): (string | number)[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (Number.isFinite(Number(part)) ? Number(part) : part));
}

/** `count` values from one end to the other, evenly spaced, or in even ratios; none where that cannot be. */
export function spacedValues(from: number, to: number, count: number, log: boolean, integer: boolean): number[] {
  const possible = [from, to].every((end) => Number.isFinite(end) && (!log || end > 0));
  if (!possible || !Number.isInteger(count) || count < 2 || count > 200) return [];
  const values = Array.from({ length: count }, (_, n) => {
    const t = n / (count - 1);
    const value = log ? from * (to / from) ** t : from + (to - from) * t;
    return integer ? Math.round(value) : Number(value.toPrecision(4));
  });
  return [...new Set(values)];
}

/** The kind of world that a link speaks of. */
export function worldOf(link: string): WorldKind {
  const { kind } = decodeLink(link.slice(link.indexOf('#') + 1)).config.world;
  return kind in worlds ? kind : 'chain';
}

/** Text that is no number stays text, so that the sentence about it shows what was written. */
function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return trimmed === '' || Number.isNaN(Number(trimmed)) ? text : Number(trimmed);
}

/** An axis as a file has it. */
function keyAxis({ key, values, name }: Extract<DraftAxis, { kind: 'key' }>, world: WorldKind): object {
  const parsed = parseValues(values);
  if (name === undefined) return { key, values: parsed };
  return { name, values: parsed.map((value) => ({ label: valueName(key, value, world), set: { [key]: value } })) };
}

function draftAxis(axis: Axis, world: WorldKind): DraftAxis {
  const keys = new Set(axis.values.flatMap(({ set }) => Object.keys(set)));
  const [key = ''] = keys;
  const plain = axis.values.every(({ label, set }) => {
    const value = set[key];
    return value !== undefined && label === valueName(key, value, world) && !/[\s,;]/.test(String(value));
  });
  if (keys.size !== 1 || !plain) return { kind: 'given', axis };
  const values = axis.values.map(({ set }) => String(set[key])).join(' ');
  return { kind: 'key', key, values, ...(axis.name === keyName(key, world) ? {} : { name: axis.name }) };
}
