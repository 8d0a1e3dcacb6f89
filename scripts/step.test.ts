import { expect, test } from 'vitest';

interface Step {
  readonly step: (
    label: string,
    work: (run: (program: string, args: readonly string[]) => boolean) => boolean,
    say: (text: string) => void,
  ) => boolean;
}

const { step } = (await import(new URL('step.mjs', import.meta.url).href)) as Step;

/** What a step that runs a program of Node's prints. */
function said(script: string): { readonly good: boolean; readonly text: string } {
  let text = '';
  const good = step(
    'Installing a thing',
    (run) => run(process.execPath, ['-e', script]),
    (part) => (text += part),
  );
  return { good, text };
}

test('a good step is one line, whatever its programs print', () => {
  const { good, text } = said("console.log('much'); console.error('more')");
  expect(good).toBe(true);
  expect(text).toMatch(/^Installing a thing … \d+ s\n$/);
});

test('a failed step shows all that its programs printed, in order', () => {
  const { good, text } = said("console.log('first'); console.error('then'); process.exitCode = 3");
  expect(good).toBe(false);
  expect(text).toMatch(/^Installing a thing … failed after \d+ s\nfirst\nthen\n$/);
});

test('a program that is not there is a failed step', () => {
  let text = '';
  const good = step(
    'Installing a thing',
    (run) => run('no-such-program', []),
    (part) => (text += part),
  );
  expect(good).toBe(false);
  expect(text).toContain('ENOENT');
});
