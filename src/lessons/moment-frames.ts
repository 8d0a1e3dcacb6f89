import { decodeLink } from '../config/link.ts';
import { sessionConfig } from '../training/session-config.ts';
import { TableSession } from '../training/table-session.ts';
import type { TableFrame } from '../training/frame.ts';
import { taskOf } from '../environments/registry.ts';
import { moments } from './glossary.ts';
import { lessons } from './registry.ts';

/** A frame as text holds it: numbers to three digits. */
export interface MomentColumn {
  readonly policy: readonly number[];
  readonly previous: readonly number[];
  readonly advantage: readonly number[];
  readonly value: readonly number[];
  readonly known: readonly number[];
  readonly point: TableFrame['point'];
  readonly domain: readonly [number, number];
}

/** Columns of moments: of the glossary by their keys, of the first scenes of lessons by `lesson.kl`. */
export type MomentFrames = Readonly<Record<string, readonly MomentColumn[]>>;

/** Updates after which a lesson is drawn that begins before the first. */
const LATER = 3;
const MOST_DIGITS = 4;

const rounded = (values: ArrayLike<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(MOST_DIGITS)));

/** What the engine makes of all moments that pages show; of tables only. */
export function momentFrames(): MomentFrames {
  const links: Record<string, string> = { ...moments };
  for (const { id, scenes } of lessons) links[`lesson.${id}`] = scenes[0]!.link!;
  return Object.fromEntries(
    Object.entries(links).flatMap(([key, link]) => {
      const columns = columnsOf(link, key.startsWith('lesson.'));
      return columns === null ? [] : [[key, columns]];
    }),
  );
}

function columnsOf(link: string, later: boolean): readonly MomentColumn[] | null {
  const { config } = decodeLink(link);
  if (taskOf(config.world.kind) !== 'table') return null;
  const at = config.moment.k ?? config.stop ?? 0;
  return config.runs.map((_, column) => {
    const session = new TableSession(sessionConfig(config, column), () => 0);
    const count = at === 0 && later ? LATER : at;
    const frame = count === 0 ? session.frame() : session.advance(count);
    const { policy, previous, advantage, value, known, point } = frame;
    return {
      policy: rounded(policy),
      previous: rounded(previous),
      advantage: rounded(advantage),
      value: rounded(value),
      known: [...known],
      point,
      domain: session.reference.valueDomain,
    };
  });
}
