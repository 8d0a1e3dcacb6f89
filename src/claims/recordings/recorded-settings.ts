import { recordedLink } from './recording.ts';
import type { RecordedLine } from './recorded-line.ts';
import { decodeLink, encodeLink } from '../../config/link.ts';
import { defaultTraining, type PlaygroundConfig } from '../../config/playground-config.ts';
import { defaultRun } from '../../config/run-fields.ts';
import { sessionConfig } from '../../training/session-config.ts';

/** How settings stand to those of a recording. */
export interface RecordedSettings {
  /** Whether what was recorded are the task's defaults. */
  readonly usual: boolean;
  /** Whether the column learns with the same, its seed apart. */
  readonly same: boolean;
}

/** Compares a column's settings with those that a recorded line of its method was made with. */
export function recordedSettings(
  config: PlaygroundConfig,
  column: number,
  { method, command }: RecordedLine,
): RecordedSettings {
  const made = decodeLink(recordedLink(command)).config;
  const recorded = textOf(
    made,
    made.runs.findIndex((run) => run.method === method),
  );
  const { kind } = made.world;
  const usual = textOf({ ...made, training: defaultTraining(kind), runs: [defaultRun(method, kind)], changes: [] }, 0);
  return { usual: recorded === usual, same: recorded === textOf(config, column) };
}

/** What a column is trained with, as a link says it: what nobody reads, and what is a default, is left out. */
function textOf(config: PlaygroundConfig, column: number): string {
  const { config: plain } = decodeLink('');
  if (config.runs[column] === undefined) return '';
  const { world, training, run, changes } = sessionConfig(config, column);
  return encodeLink({ ...plain, world, training, runs: [run], changes });
}
