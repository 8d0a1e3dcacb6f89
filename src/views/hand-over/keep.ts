import { say } from '../../copy/say.ts';
import { decodeLink } from '../../config/link.ts';
import { worlds } from '../../environments/registry.ts';
import { ownCode } from '../../playground/made.ts';
import type { Playground } from '../../playground/playground.ts';
import { withReference } from '../../playground/reference-store.ts';
import { readRunFile, recordOf, referenceOf, witnessOfRecord, type RunRecord } from '../../playground/run-record.ts';
import type { Verdict } from '../../playground/reproduction.ts';
import { shelve, type ShelvedRun } from '../../playground/run-shelf.ts';
import { within } from '../../playground/within.ts';

/** What a run is called until it is given a name: its scene or world, and where it stands. */
export function nameOfRun(playground: Playground): string {
  const { scene } = playground.view.getState();
  const { world, seed } = playground.config.getState();
  return say('{name}, seed {seed}, update {n}', {
    name: say(scene ?? worlds[world.kind].label),
    seed,
    n: playground.iteration,
  });
}

/** The record of what stands here now. */
export function recordHere(playground: Playground, name: string): RunRecord {
  const config = playground.config.getState();
  const fragment = playground.link();
  const { moment } = decodeLink(fragment).config;
  const columns = playground.standing.map((standing, n) => ({ ...standing, method: config.runs[n]!.method }));
  const here = { ...config, play: false, moment: { ...moment, k: playground.iteration } };
  return recordOf(name, here, playground.iteration, columns, { date: new Date().toISOString(), ...ownCode });
}

/** Draws a kept run behind the live ones. */
export function showBehind(playground: Playground, { id, record }: Pick<ShelvedRun, 'id' | 'record'>): void {
  playground.references.setState((shown) => withReference(shown, referenceOf(id, record)), true);
}

/** Keeps the run as it stands: in this browser, where it has room, and grey behind what comes. Says how that went. */
export async function keepRun(playground: Playground): Promise<Verdict> {
  if (playground.iteration === 0) return { same: false, says: say('Nothing to keep yet: the run stands at update 0.') };
  const run = {
    id: crypto.randomUUID?.() ?? String(Math.random()),
    pinned: false,
    record: recordHere(playground, nameOfRun(playground)),
  };
  showBehind(playground, run);
  try {
    await within(3000, shelve(run));
    return {
      same: true,
      says: say('Kept: “{name}”, in grey behind what comes. All of them are under Share, Kept runs.', {
        name: run.record.name,
      }),
    };
  } catch {
    return {
      same: false,
      says: say(
        '“{name}” stays in grey until the page is closed: this browser keeps nothing for it. Share, File saves it.',
        { name: run.record.name },
      ),
    };
  }
}

/** Opens a record where it stood, with its curves behind it. */
export function openRecord(playground: Playground, run: Pick<ShelvedRun, 'id' | 'record'>): void {
  const { config } = decodeLink(run.record.link);
  const problems = playground.open(config, false, witnessOfRecord(run.record));
  playground.said.setState({ problems });
  showBehind(playground, run);
}

/** Opens a file of the reader's; gives a sentence where it cannot, and then nothing has changed. */
export async function openRunFile(playground: Playground, file: File): Promise<string | null> {
  const read = await readRunFile(file);
  if (read.problem !== undefined) return read.problem;
  openRecord(playground, { id: file.name, record: read.record });
  return null;
}
