import { visible } from '../src/field.ts';

/** Input that cannot be worked with: one sentence that names the value seen and the value expected. */
export class Refusal extends Error {
  readonly exitCode = 2;

  constructor(sentence: string) {
    // what was given may hold what a terminal obeys
    super(sentence.split('\n').map(visible).join('\n'));
  }
}

/** A value as it is shown in a sentence: JSON, clipped to one short line. */
export function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return visible(text.length <= 60 ? text : `${text.slice(0, 57)}...`);
}

/** Why the system refused, in brackets: "(ENOSPC)". */
export function systemReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' ? '(the disk is full)' : `(${code ?? 'unknown'})`;
}
