import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAuthors, type Authors } from '../src/claims/authors.ts';
import { drawPhysics } from '../src/claims/draw-physics.ts';
import { drawPictures } from '../src/claims/draw-pictures.ts';
import { judge } from '../src/claims/judge.ts';
import { physicsReport } from '../src/claims/physics-report.ts';
import { physicsTasks, type PhysicsKind } from '../src/environments/registry.ts';
import { paperFigures } from '../src/claims/paper/paper-figures.ts';
import { claims, extras } from '../src/claims/registry.ts';
import { claimsReport } from '../src/claims/report.ts';
import { readRecording, type Recording } from '../src/claims/recordings/recording.ts';
import { readRecord } from '../src/sweeps/record.ts';
import type { SweepRecord } from '../src/sweeps/sweep.ts';
import { print } from './json.ts';
import { Refusal } from './refusal.ts';

const HELP = `npm run --silent claims
npm run --silent claims -- --pictures
npm run --silent claims -- --markdown

Judges the committed results of the claims' sweeps, public/claims/results/*.json, and prints the verdicts that the page
"Claims" shows first: public/claims/verdicts.json. With --pictures it prints what the page draws of them,
public/claims/pictures.json; with --markdown a report to read and cite. The results themselves are made anew by, for each file,
  npm run --silent sweep -- public/claims/NAME.json --out public/claims/results/NAME.json`;

const folder = fileURLToPath(new URL('../public/claims', import.meta.url));
const all = [...claims, ...extras];

/** Prints the verdict on every claim, their pictures, or both as a report. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return print(HELP);
  const [asked, ...rest] = args;
  const wrong = asked !== undefined && asked !== '--pictures' && asked !== '--markdown' ? asked : rest[0];
  if (wrong !== undefined)
    throw new Refusal(`"${wrong}" was given; expected is nothing, --pictures, --markdown, or --help.`);
  const records = allRecords();
  switch (asked) {
    case '--pictures':
      return print(picturesText(records));
    case '--markdown':
      return print(`${claimsReport(all, records, authors())}\n\n${physicsReport(recordings())}`);
    case undefined:
      return print(
        JSON.stringify(
          all.map((claim) => ({ id: claim.id, ...judge(claim, records) })),
          null,
          2,
        ),
      );
  }
}

/** What the page draws before anything is opened, one picture a line. */
function picturesText(records: ReadonlyMap<string, SweepRecord>): string {
  const drawn = { ...drawPictures(all, records, authors()), ...drawPhysics(recordings()) };
  return `{\n${Object.entries(drawn)
    .map(([id, picture]) => `${JSON.stringify(id)}: ${JSON.stringify(picture)}`)
    .join(',\n')}\n}`;
}

/** The committed results of all claims and figures, by file. */
function allRecords(): Map<string, SweepRecord> {
  const files = [
    ...all.flatMap(({ experiments }) => experiments.map(({ file }) => file)),
    ...paperFigures.map(({ file }) => file),
  ];
  return new Map([...new Set(files)].map((file) => [file, recordOf(file)]));
}

function recordOf(file: string): SweepRecord {
  const name = path.join(folder, 'results', `${file}.json`);
  if (!existsSync(name)) throw new Refusal(`There is no ${file}.json in public/claims/results; run its sweep first.`);
  const read = readRecord(JSON.parse(readFileSync(name, 'utf8')));
  if ('problem' in read) throw new Refusal(`public/claims/results/${file}.json: ${read.problem}`);
  return read.record;
}

function authors(): Authors {
  const read = readAuthors(JSON.parse(readFileSync(path.join(folder, 'authors.json'), 'utf8')));
  if (read === null) throw new Refusal('public/claims/authors.json does not have the rows that are expected.');
  return read;
}

/** What was recorded of every physics task. */
function recordings(): Map<PhysicsKind, Recording> {
  return new Map(
    (Object.keys(physicsTasks) as PhysicsKind[]).map((kind) => {
      const name = fileURLToPath(new URL(`../public/recordings/${kind}.json`, import.meta.url));
      const read = readRecording(JSON.parse(readFileSync(name, 'utf8')));
      if (read === null) throw new Refusal(`public/recordings/${kind}.json is not the recording of a task.`);
      return [kind, read];
    }),
  );
}
