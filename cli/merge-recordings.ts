import { decodeLink } from '../src/config/link.ts';
import { readRecording, recordedLink, type RecordedCurve, type Recording } from '../src/playground/recording.ts';
import { readData } from './files.ts';
import { Refusal, shown } from './refusal.ts';

/**
 * One recording of several of the same task: every method's curve with the command that made it, the last file's where several
 * have one, and the episode of the highest return.
 *
 * @throws Refusal where a file is no recording, or of another task than the first
 */
export function mergeRecordings(files: readonly string[]): Recording {
  const recordings = files.map(read);
  const [first] = recordings;
  if (first === undefined) throw new Refusal('There is nothing to merge; wanted are files of recordings.');
  recordings.forEach((one, n) => {
    const [is, was] = [taskOf(one), taskOf(first)];
    if (is !== was)
      throw new Refusal(`${shown(files[n]!)} is of ${is}; expected is ${was}, as in ${shown(files[0]!)}.`);
  });
  const curves = new Map<string, RecordedCurve>();
  for (const { command, curves: own } of recordings)
    for (const curve of own) curves.set(curve.method, { ...curve, command: curve.command ?? command });
  const best = recordings.reduce((most, one) => (one.total > most.total ? one : most));
  return { ...best, curves: [...curves.values()] };
}

const taskOf = ({ command }: Recording): string => decodeLink(recordedLink(command)).config.world.kind;

function read(file: string): Recording {
  const recording = readRecording(readData(file, 'a recording'));
  if (recording === null)
    throw new Refusal(`${shown(file)} is no recording; expected is what the record command prints.`);
  return recording;
}
