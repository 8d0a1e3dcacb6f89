import { Refusal, systemReason } from './refusal.ts';

/** JSON on one line; infinities are "inf" and "-inf", what is no number is null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    entry === Infinity ? 'inf' : entry === -Infinity ? '-inf' : entry,
  );
}

/** Prints, and resolves when it is written; so a reader that stops is noticed. Rejects with a Refusal where it cannot be. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => {
      if (error) reject(new Refusal(`Standard output cannot be written ${systemReason(error)}.`));
      else resolve();
    });
  });
}
