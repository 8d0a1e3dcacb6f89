import { runFields } from '../config/run-fields.ts';
import { seedField } from '../config/playground-config.ts';
import { trainingField, trainingFields, type TrainingKey } from '../config/training-fields.ts';
import type { WorldKind } from '../environments/registry.ts';
import { quote, readField, sentenceOf, type Fields } from '../field.ts';
import { measureIndex } from '../training/measure.ts';
import { withRunSetting, withSeed, withTraining } from './edits.ts';
import type { Playground } from './playground.ts';

/** By which messages of this page are known. */
const NAME = 'trust-region-playground';
/** Version of what is said here. */
const VERSION = 1;
/** Milliseconds between messages on where it stands. */
const PACE = 100;
/** Longest text of a message that is looked at. */
const MOST_TEXT = 5000;

/**
 * Speaks with the page that has this one in a frame, by `postMessage`: docs/embedding.md. Commands are taken from that page alone; none takes an address, runs
 * code, or leads away from here. What is told is nothing but what the frame's own link leads to.
 *
 * @returns what ends it
 */
export function speakToHost(playground: Playground): () => void {
  const host = window.parent;
  if (host === window) return () => undefined;
  // whoever frames this page may see what it shows: there is nothing to hide from any origin
  const tell = (message: object): void => host.postMessage({ source: NAME, ...message }, '*');
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== host || !isCommand(event.data)) return;
    const problem = obey(playground, event.data);
    if (problem !== null) tell({ type: 'problem', says: problem });
  };
  let last = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellStanding = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const standing = standingOf(playground);
      const text = JSON.stringify(standing);
      if (text === last) return;
      last = text;
      tell(standing);
    }, PACE);
  };
  const sizes = new ResizeObserver(() => tell({ type: 'height', height: Math.ceil(document.body.scrollHeight) }));
  sizes.observe(document.body);
  addEventListener('message', onMessage);
  const stops = [playground.changed.subscribe(tellStanding), playground.condition.subscribe(tellStanding)];
  tell({ type: 'ready', version: VERSION });
  tellStanding();
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    removeEventListener('message', onMessage);
    for (const stop of stops) stop();
  };
}

function standingOf(playground: Playground): object {
  const finite = (value: number | undefined): number | null =>
    value !== undefined && Number.isFinite(value) ? value : null;
  return {
    type: 'iteration',
    iteration: playground.iteration,
    status: playground.condition.getState().status,
    columns: playground.standing.map(({ name, digest }, n) => {
      const row = playground.runs[n]!.frame?.row;
      return {
        name,
        return: finite(row?.[measureIndex.return]),
        gap: finite(row?.[measureIndex.gap]),
        beta: finite(row?.[measureIndex.beta]),
        digest,
      };
    }),
  };
}

interface Command {
  readonly type: unknown;
  readonly iteration?: unknown;
  readonly column?: unknown;
  readonly key?: unknown;
  readonly value?: unknown;
}

function isCommand(data: unknown): data is Command {
  return typeof data === 'object' && data !== null && 'target' in data && data.target === NAME && 'type' in data;
}

/** Does what a command says; a sentence where it cannot. */
function obey(playground: Playground, { type, iteration, column, key, value }: Command): string | null {
  switch (type) {
    case 'play':
      playground.play();
      return null;
    case 'pause':
      playground.pause();
      return null;
    case 'go':
      if (typeof iteration !== 'number' || !Number.isInteger(iteration) || iteration < 0 || iteration > 1_000_000)
        return `iteration is ${seen(iteration)}; expected is a whole number from 0 to 1000000.`;
      playground.goTo(iteration);
      return null;
    case 'set':
      return set(playground, column, key, value);
    default:
      return `type is ${seen(type)}; expected is play, pause, go or set.`;
  }
}

/** Turns a setting, as its slider would: of a column by its place from 0, or of all. */
function set(playground: Playground, column: unknown, key: unknown, value: unknown): string | null {
  if (typeof key !== 'string') return `key is ${seen(key)}; expected is the name of a setting, as links have it.`;
  if (typeof value !== 'string' && typeof value !== 'number')
    return `value is ${seen(value)}; expected is a number or a text.`;
  const { runs, world } = playground.config.getState();
  const run = typeof column === 'number' ? runs[column] : undefined;
  if (column !== undefined && run === undefined)
    return `column is ${seen(column)}; expected is a whole number from 0 to ${runs.length - 1}, or none.`;
  const fields = run === undefined ? sharedFields(world.kind) : runFields(run.method, world.kind);
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (field === undefined) return `key is ${quote(key)}, which is no setting of ${run?.method ?? 'all columns'}.`;
  const read = readField(field, key, String(value).slice(0, MOST_TEXT));
  if (read.unreadable === true) return `${read.problem!.says}.`;
  playground.edit((config, at) => {
    if (run !== undefined) return withRunSetting(config, column as number, key, read.value, at);
    if (key === 'seed') return withSeed(config, read.value as number);
    return withTraining(config, { [key]: read.value }, at);
  });
  return read.problem === undefined ? null : sentenceOf(read.problem);
}

function sharedFields(world: WorldKind): Fields {
  const keys = Object.keys(trainingFields) as TrainingKey[];
  return { seed: seedField, ...Object.fromEntries(keys.map((key) => [key, trainingField(key, world)])) };
}

function seen(value: unknown): string {
  return quote(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));
}
