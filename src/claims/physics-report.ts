import { physicsTasks, type PhysicsKind } from '../environments/registry.ts';
import { methods } from '../methods/registry.ts';
import { said } from './evidence.ts';
import { physicsPicture } from './pictures/physics-picture.ts';
import { reachedBy, type Reached } from './recordings/reached.ts';
import type { Recording } from './recordings/recording.ts';

/** What each method reached in the physics tasks, and how it was made, as Markdown. */
export function physicsReport(recordings: ReadonlyMap<PhysicsKind, Recording>): string {
  return [
    '## Physics tasks',
    'Networks. A return is the mean of the last ten episodes that ended, the noise of acting included: the median of the seeds, with the worst and the best of them.',
    ...[...recordings].flatMap(([kind, recording]) => {
      const all = reachedBy(recording);
      return [
        `### ${physicsTasks[kind].label}`,
        `${physicsPicture(kind, recording).title}.`,
        tableOf(all),
        madeOf(all),
      ];
    }),
  ].join('\n\n');
}

function tableOf(all: readonly Reached[]): string {
  return [
    '| method | seeds | steps | look-ahead steps | minutes a seed | return at the end | highest on the way |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(({ method, seeds, steps, ahead, minutes, end, worst, best, highest }) => {
      const spread = seeds === 1 ? '' : ` (${orDash(worst)} … ${orDash(best)})`;
      const counts = [steps, ahead].map((count) => (count === null ? '–' : count.toLocaleString('en')));
      const cells = [methods[method].short, seeds, ...counts, orDash(minutes), orDash(end) + spread, orDash(highest)];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

const orDash = (value: number | null): string => (value === null ? '–' : said(value));

function madeOf(all: readonly Reached[]): string {
  return all
    .map(({ method, commands, dates, codes }) => {
      const code = codes.length === 0 ? 'not recorded' : codes.join(', ');
      return `- ${methods[method].short}: ${commands.map((command) => `\`${command}\``).join(', ')}; ${dates.join(', ')}, code ${code}`;
    })
    .join('\n');
}
