/** Input that cannot be worked with: one sentence that names the value seen and the value wanted. */
export class Refusal extends Error {
  readonly exitCode = 2;
}

/** A value as it is shown in a sentence: JSON, clipped to one short line. */
export function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
