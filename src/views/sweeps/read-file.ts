import { say } from '../../copy/say.ts';
import { readRecord } from '../../sweeps/record.ts';
import { readSweep } from '../../sweeps/read-sweep.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';

/** What a file held: a sweep, with the results of some of its runs. */
export type OpenedFile = SweepRecord;

const MAX_BYTES = 200e6;

/** Reads a sweep file or a result file; a problem is one sentence. */
export function readText(name: string, text: string): OpenedFile | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = say('{name} is not JSON; expected is a sweep or its results as JSON.', { name });
    return { problem: /\.ya?ml$/i.test(name) ? `${problem} ${say('YAML is for the command line.')}` : problem };
  }
  if (typeof value === 'object' && value !== null && 'results' in value) {
    const read = readRecord(value);
    return 'problem' in read ? about(name, read.problem) : read.record;
  }
  const read = readSweep(value);
  const made = { command: '', date: '', version: '', code: '' };
  return 'problem' in read ? about(name, read.problem) : { sweep: read.sweep, made, results: [] };
}

/** Reads a file of the reader's. */
export async function readFile(file: File): Promise<OpenedFile | { readonly problem: string }> {
  if (file.size > MAX_BYTES) {
    const values = { n: file.size, most: MAX_BYTES };
    return about(file.name, say('It has {n} bytes; expected are at most {most}.', values));
  }
  try {
    return readText(file.name, await file.text());
  } catch {
    return about(file.name, say('It could not be read.'));
  }
}

const folder = new URL('./sweeps/', document.baseURI);

/** Reads a file that the page brings, named from the folder of its sweeps. */
export async function readShipped(name: string): Promise<OpenedFile | { readonly problem: string }> {
  const text = await fetchText(name);
  return text === null
    ? { problem: say('{name} is not among the files of this page.', { name }) }
    : readText(name, text);
}

export interface ShippedSweep {
  readonly file: string;
  readonly title: string;
}

/** The sweeps that the page brings; none where the list cannot be had. */
export async function shippedSweeps(): Promise<readonly ShippedSweep[]> {
  try {
    const list: unknown = JSON.parse((await fetchText('index.json')) ?? '[]');
    return Array.isArray(list) ? list.filter(isShipped) : [];
  } catch {
    return [];
  }
}

function isShipped(value: unknown): value is ShippedSweep {
  if (typeof value !== 'object' || value === null || !('file' in value) || !('title' in value)) return false;
  return typeof value.file === 'string' && typeof value.title === 'string';
}

/** Text of a file beside the page, never of another place. */
async function fetchText(name: string): Promise<string | null> {
  try {
    const address = new URL(name, folder);
    if (!address.href.startsWith(new URL('./', document.baseURI).href)) return null;
    const response = await fetch(address);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

function about(name: string, problem: string): { readonly problem: string } {
  return { problem: `${name}: ${problem}` };
}
