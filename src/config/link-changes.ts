import { customCostProblem } from '../environments/action-cost.ts';
import type { WorldKind } from '../environments/registry.ts';
import { quote, readField, textProblem, type Field, type Fields } from '../field.ts';
import { split, type Say } from './link-text.ts';
import { iterationField, MAX_CHANGES, MAX_ITERATION, type Change } from './playground-config.ts';
import type { RunConfig } from '../methods/registry.ts';
import { methodHas, runFields } from './run-fields.ts';
import { liveTrainingKeys, trainingField, trainingFields, type TrainingSettings } from './training-fields.ts';

/** What a change is checked against. */
interface ChangeContext {
  readonly world: WorldKind;
  readonly runs: readonly RunConfig[];
  readonly training: TrainingSettings;
  /** N */
  readonly actions: number;
}

/** The live changes of a link, in order of iteration; sentences about those that are none. */
export function readChanges(texts: readonly string[], context: ChangeContext, say: Say): Change[] {
  if (texts.length > MAX_CHANGES) {
    say({ says: `This link has ${texts.length} live changes`, remedy: `the first ${MAX_CHANGES} are used` });
  }
  const changes = texts.slice(0, MAX_CHANGES).flatMap((given) => {
    const change = readChange(given, context);
    if (typeof change !== 'string') return [change];
    say({ says: `The live change ${quote(given)} ${change}`, remedy: 'it is left out' });
    return [];
  });
  changes.sort((a, b) => a.iteration - b.iteration);
  return withoutMissingMatrix(changes, context, say);
}

/** A change, or why it is none. */
function readChange(given: string, { world, runs, actions }: ChangeContext): Change | string {
  const [iterationText, rest] = split(given, ',');
  const [runText, setting] = split(rest, ',');
  const [key, value] = split(setting, ':');
  const at = readField<Field>(iterationField, 'at', iterationText);
  if (at.problem !== undefined) return `has no iteration from 0 to ${MAX_ITERATION}`;
  const iteration = at.value as number;
  if (runText === 'all') {
    const live = liveTrainingKeys.find((known) => known === key);
    if (live === undefined) return `names none of ${liveTrainingKeys.join(', ')}`;
    const problem = sharedProblem(live, value, world, actions);
    return problem === undefined ? { iteration, run: 'all', key: live, value } : `is wrong: ${problem}`;
  }
  const run = /^\d$/.test(runText) ? runs[Number(runText)] : undefined;
  if (run === undefined) return 'names no column of this link';
  const fields: Fields = runFields(run.method, world);
  const field = methodHas(run.method, key) ? fields[key] : undefined;
  if (field === undefined) return `names none of ${Object.keys(fields).join(', ')}`;
  const read = readField<Field>(field, key, value);
  if (read.problem !== undefined) return `is wrong: ${read.problem.says}`;
  return { iteration, run: Number(runText), key, value: read.value };
}

/** What is wrong with the value of a live shared setting, without the period. */
function sharedProblem(
  key: (typeof liveTrainingKeys)[number],
  value: string,
  world: WorldKind,
  actions: number,
): string | undefined {
  if (key !== 'costMatrix') return readField(trainingField(key, world), key, value).problem?.says;
  return textProblem({ ...trainingFields.costMatrix, problem: (text) => customCostProblem(text, actions) }, key, value);
}

/** Leaves out the changes to an own cost matrix where none was given until then. */
function withoutMissingMatrix(changes: readonly Change[], { training }: ChangeContext, say: Say): Change[] {
  let given = training.costMatrix !== '';
  return changes.filter((change, place) => {
    // a matrix of the same iteration counts, in whichever order they stand
    given ||= changes.some(
      (other, n) => other.key === 'costMatrix' && (n < place || other.iteration === change.iteration),
    );
    if (change.key !== 'cost' || change.value !== 'custom' || given) return true;
    const says = `The live change to an own cost matrix at iteration ${change.iteration} gives no matrix`;
    say({ says, remedy: 'it is left out' });
    return false;
  });
}
