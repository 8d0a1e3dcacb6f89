import { taskCount } from '../sweeps/sweep-size.ts';
import type { SweepRecord } from '../sweeps/sweep.ts';
import type { Authors } from './authors.ts';
import type { Claim } from './claim.ts';
import { drawClaim } from './draw-pictures.ts';
import { said } from './evidence.ts';
import { judge } from './judge.ts';
import { drawFigure } from './paper/draw-figure.ts';
import type { Compared } from './paper/paper-figure.ts';
import { paperFigures } from './paper/paper-figures.ts';

/** The claims, their verdicts and how each number was made, as Markdown to read and cite. */
export function claimsReport(
  claims: readonly Claim[],
  records: ReadonlyMap<string, SweepRecord>,
  authors: Authors,
): string {
  return [
    '# Claims, tested',
    'Song, He, Ding and Zhao, “Provably Convergent Policy Optimization via Metric-aware Trust Region Methods” (TMLR 2023, arXiv 2306.14133). Numbers are interquartile means over seeds; intervals are 95 % bootstrap intervals.',
    ...claims.flatMap((claim, n) => claimLines(claim, n, records)),
    '## The paper’s figures',
    'Return at the end: ours is the interquartile mean of the seeds with its 95 % interval, theirs the mean and standard deviation of their logs. Inside their spread: our interval meets theirs, ± 2 sd.',
    ...paperFigures.flatMap((figure) => {
      const record = records.get(figure.file);
      if (record === undefined) return [`### ${figure.title}`, `Not run: ${figure.file}.json is not there.`];
      const { picture, compared } = drawFigure(figure, record, authors);
      return [
        `### ${figure.title}`,
        `${picture.title}. ${picture.line}`,
        tableOf(compared),
        madeOf(figure.file, record),
      ];
    }),
    '## Logs of the authors that are in doubt',
    authors.leftOut.map(({ world, name, why }) => `- ${world}, ${name}: ${why}`).join('\n'),
  ].join('\n\n');
}

function claimLines(claim: Claim, n: number, records: ReadonlyMap<string, SweepRecord>): string[] {
  const { word, condition, sentences } = judge(claim, records);
  const picture = drawClaim(claim, records);
  return [
    `## ${n + 1}. ${claim.title}`,
    claim.sense,
    `__${word}: ${condition}.__${picture === null ? '' : ` ${picture.line}`}`,
    sentences.map((sentence) => `- ${sentence}`).join('\n'),
    ...claim.experiments.flatMap(({ file }) => {
      const record = records.get(file);
      return record === undefined ? [] : [madeOf(file, record)];
    }),
  ];
}

function madeOf(file: string, { sweep, made }: SweepRecord): string {
  const { first, count } = sweep.seeds;
  const seeds = count === 1 ? `seed ${first}` : `seeds ${first} to ${first + count - 1}`;
  return `${file}.json: ${taskCount(sweep)} runs of ${sweep.iterations} updates, ${seeds}, ${made.date}, version ${made.version}, code ${made.code === '' ? 'not recorded' : made.code}. \`${made.command}\``;
}

function tableOf(compared: readonly Compared[]): string {
  const rows = compared.map(({ panel, name, ours, theirs, word, why }) => {
    const [middle, low, high] = ours.map(said);
    const logged = theirs === null ? '–' : `${said(theirs.mean)} ± ${theirs.sd === null ? '?' : said(theirs.sd)}`;
    const cells = [panel, name, `${middle} (${low} … ${high})`, logged, theirs?.runs ?? 0, word, why];
    return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    '| world | setting | ours | theirs | their runs | word | why |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
