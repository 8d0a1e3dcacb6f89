import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import { said } from '../evidence.ts';
import type { Reached } from './reached.ts';

/** What the numbers of a task do not say by themselves: where they are of one seed or of a bad one, of other settings, or begin by luck. */
export function physicsSentences(
  kind: PhysicsKind,
  all: readonly Reached[],
  curves: readonly { readonly method: MethodKind; readonly points: readonly (readonly number[])[] }[],
): string[] {
  const { solved } = physicsTasks[kind];
  const single = all.filter(({ seeds }) => seeds === 1);
  const unsafe = all.filter(
    ({ seeds, end, worst }) => seeds > 1 && (end ?? -Infinity) >= solved && (worst ?? -Infinity) < solved,
  );
  const own = all.filter(({ usual }) => !usual);
  const looking = all.filter(({ ahead }) => ahead !== null && ahead > 0);
  const lucky = curves.filter(({ points }) =>
    beginsHigh(
      points.map(([, value]) => value!),
      solved,
    ),
  );
  const safe = all.length > 0 && all.every(({ seeds, worst }) => seeds > 1 && (worst ?? -Infinity) >= solved);
  return [
    safe ? `Every seed of every method ends at ${said(solved)} or above.` : '',
    ...unsafe.map(
      (one) =>
        `Not every seed of ${nameOf(one)} reaches ${said(solved)}: the worst ${one.worst === null ? 'has no return' : `ends at ${said(one.worst)}`}.`,
    ),
    ...all.flatMap((one) =>
      one.beyond.map(
        ({ seed, steps, end }) =>
          `${nameOf(one)} went on with seed ${seed} to ${steps.toLocaleString('en')} steps, and ${end === null ? 'had no return' : `was at ${said(end)}`} there.`,
      ),
    ),
    single.length === 0
      ? ''
      : `${listed(single.map(nameOf))} ${single.length === 1 ? 'is' : 'are'} of one seed: that says what was reached, and not what is usual.`,
    lookAheadSentence(looking),
    own.length === 0
      ? ''
      : `${listed(own.map(nameOf))} learned with settings that are not the task’s own; ${own.length === 1 ? 'its name' : 'their names'} in the table ${own.length === 1 ? 'opens' : 'open'} them.`,
    lucky.length === 0
      ? ''
      : 'It begins high because only episodes that ended count: untrained, few do, and those are the lucky ones.',
  ].filter((sentence) => sentence !== '');
}

function lookAheadSentence(looking: readonly Reached[]): string {
  if (looking.length === 0) return '';
  const each = looking.map(({ ahead, steps }) => said(ahead! / steps));
  const told =
    new Set(each).size === 1
      ? `${each[0]!} with ${listed(looking.map(nameOf))}`
      : looking.map((one, n) => `${each[n]!} with ${nameOf(one)}`).join(', ');
  return `To look ahead costs steps of the simulator too: for each that was acted ${told}.`;
}

const nameOf = ({ method }: Reached): string => methods[method].short;

/** A, B and C. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** Whether a curve begins near what is wanted and falls before it learns. */
function beginsHigh(values: readonly number[], solved: number): boolean {
  const [first = -Infinity] = values;
  const range = Math.max(...values, solved) - Math.min(...values);
  return solved - first < 0.1 * range && Math.min(...values) < first - 0.2 * range;
}
