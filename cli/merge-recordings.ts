import { readFile } from 'node:fs/promises';
import { decodeLink } from '../src/config/link.ts';
import { readRecording, recordedLink, type RecordedCurve, type Recording } from '../src/playground/recording.ts';
import { Refusal } from './refusal.ts';

/**
 * One recording of several of the same task: every method's curve with the command that made it, the last file's where several
 * have one, and the episode of the highest return.
 *
 * @throws Refusal where a file is no recording, or of another task than the first
 */
export async function mergeRecordings(files: readonly string[]): Promise<Recording> {
  const recordings: Recording[] = [];
  for (const file of files) recordings.push(await read(file));
  const [first] = recordings;
  if (first === undefined) throw new Refusal('There is nothing to merge; wanted are files of recordings.');
  recordings.forEach((one, n) => {
    const [is, was] = [taskOf(one), taskOf(first)];
    if (is !== was) throw new Refusal(`${files[n]!} is of ${is}; wanted is ${was}, as in ${files[0]!}.`);
  });
  const curves = new Map<string, RecordedCurve>();
  for (const { command, curves: own } of recordings)
    for (const curve of own) curves.set(curve.method, { ...curve, command: curve.command ?? command });
  const best = recordings.reduce((most, one) => (one.total > most.total ? one : most));
  return { ...best, curves: [...curves.values()] };
}

const taskOf = ({ command }: Recording): string => decodeLink(recordedLink(command)).config.world.kind;

async function read(file: string): Promise<Recording> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Refusal(`${file} cannot be read as JSON; wanted is a recording.`);
  }
  const recording = readRecording(value);
  if (recording === null) throw new Refusal(`${file} is no recording; wanted is what the record command prints.`);
  return recording;
}
