import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse as parseYaml } from 'yaml';
import { Refusal, shown, systemReason } from './refusal.ts';

/** Deepest nesting that is looked at: whatever reads a value goes down into it. */
const MOST_DEEP = 64;
/** Largest file. */
const MOST_BYTES = 500e6;

/** Where a file lies: npm runs scripts in the repository's folder, and tells where it was called. */
function placeOf(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** What a file of JSON holds, or of YAML where its name says so. Throws a Refusal. @param expected what it should be */
export function readData(file: string, expected: string): unknown {
  return parseData(readText(file, expected), shown(file), /\.ya?ml$/i.test(file), expected);
}

/** What standard input holds, as JSON. Throws a Refusal. */
export async function readStandardInput(expected: string): Promise<unknown> {
  return parseData(await text(process.stdin), 'Standard input', false, expected);
}

function readText(file: string, expected: string): string {
  const place = placeOf(file);
  try {
    if (statSync(place).size > MOST_BYTES) {
      throw new Refusal(`The file ${shown(file)} has ${statSync(place).size} bytes; at most ${MOST_BYTES} are read.`);
    }
    return readFileSync(place, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new Refusal(`The file ${shown(file)} was given, but ${why}; expected is ${expected}.`);
  }
}

function parseData(content: string, name: string, isYaml: boolean, expected: string): unknown {
  const kind = isYaml ? 'YAML' : 'JSON';
  let value: unknown;
  try {
    const bare = content.replace(/^\uFEFF/, '');
    value = isYaml ? parseYaml(bare, { maxAliasCount: 100 }) : JSON.parse(bare);
  } catch (error) {
    const why = (error as Error).message.split('\n')[0]!.replace(/[.:]$/, '');
    throw new Refusal(`${name} is not ${kind}: ${why}; expected is ${expected}.`);
  }
  if (isDeeperThan(value, MOST_DEEP)) {
    throw new Refusal(`${name} is nested more than ${MOST_DEEP} deep; expected is ${expected}.`);
  }
  return value;
}

/** Whether a value is nested deeper than so many levels, or without end because it contains itself. */
function isDeeperThan(value: unknown, most: number): boolean {
  let level = new Set([value]);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > most) return true;
    level = new Set([...level].flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : [])));
  }
  return false;
}

/** Sees to it, before anything is done, that a file can be written. Gives its place; throws a Refusal. */
export function writablePlace(file: string): string {
  if (file === '') throw new Refusal('The file to be written is ""; expected is a name.');
  const place = placeOf(file);
  if (existsSync(place) && statSync(place).isDirectory()) {
    throw new Refusal(`The file to be written is ${shown(file)}, which is a folder; expected is the name of a file.`);
  }
  if (!existsSync(path.dirname(place))) {
    throw new Refusal(
      `The file to be written is ${shown(file)}, but its folder does not exist; expected is one that does.`,
    );
  }
  return place;
}

/** Writes a file at once or not at all: what was there stays until the whole of it is on the disk. Throws a Refusal. */
export function writeWhole(place: string, content: string): void {
  const beside = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refusal(
      `The file ${shown(place)} cannot be written ${systemReason(error)}; what was there is as it was.`,
    );
  }
}
