import { say } from '../copy/say.ts';
import { customCostProblem } from '../environments/action-cost.ts';
import type { WorldKind } from '../environments/registry.ts';
import { problemOf, quote, readField, textProblem, type Field, type Fields } from '../field.ts';
import { split, type Tell } from './link-text.ts';
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
export function readChanges(texts: readonly string[], context: ChangeContext, tell: Tell): Change[] {
  if (texts.length > MAX_CHANGES) {
    tell(
      problemOf('This link has {n} live changes', 'the first {most} are used', { n: texts.length, most: MAX_CHANGES }),
    );
  }
  const changes = texts.slice(0, MAX_CHANGES).flatMap((given) => {
    const change = readChange(given, context);
    if (typeof change !== 'string') return [change];
    tell({ says: change, remedy: say('it is left out') });
    return [];
  });
  changes.sort((a, b) => a.iteration - b.iteration);
  return withoutMissingMatrix(changes, context, tell);
}

/** A change, or why it is none. */
function readChange(given: string, { world, runs, actions }: ChangeContext): Change | string {
  const seen = quote(given);
  const [iterationText, rest] = split(given, ',');
  const [runText, setting] = split(rest, ',');
  const [key, value] = split(setting, ':');
  const at = readField<Field>(iterationField, 'at', iterationText);
  if (at.problem !== undefined)
    return say('The live change {seen} has no iteration from 0 to {most}', { seen, most: MAX_ITERATION });
  const iteration = at.value as number;
  if (runText === 'all') {
    const live = liveTrainingKeys.find((known) => known === key);
    if (live === undefined) return strange(seen, liveTrainingKeys);
    const problem = sharedProblem(live, value, world, actions);
    return problem === undefined ? { iteration, run: 'all', key: live, value } : wrong(seen, problem);
  }
  const run = /^\d$/.test(runText) ? runs[Number(runText)] : undefined;
  if (run === undefined) return say('The live change {seen} names no column of this link', { seen });
  const fields: Fields = runFields(run.method, world);
  const field = methodHas(run.method, key) ? fields[key] : undefined;
  if (field === undefined) return strange(seen, Object.keys(fields));
  const read = readField<Field>(field, key, value);
  if (read.problem !== undefined) return wrong(seen, read.problem.says);
  return { iteration, run: Number(runText), key, value: read.value };
}

function strange(seen: string, expected: readonly string[]): string {
  return say('The live change {seen} names none of {expected}', { seen, expected: expected.join(', ') });
}

function wrong(seen: string, why: string): string {
  return say('The live change {seen} is wrong: {why}', { seen, why });
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
function withoutMissingMatrix(changes: readonly Change[], { training }: ChangeContext, tell: Tell): Change[] {
  let given = training.costMatrix !== '';
  return changes.filter((change, place) => {
    // a matrix of the same iteration counts, in whichever order they stand
    given ||= changes.some(
      (other, n) => other.key === 'costMatrix' && (n < place || other.iteration === change.iteration),
    );
    if (change.key !== 'cost' || change.value !== 'custom' || given) return true;
    const { iteration } = change;
    tell(
      problemOf('The live change to an own cost matrix at iteration {iteration} gives no matrix', 'it is left out', {
        iteration,
      }),
    );
    return false;
  });
}
