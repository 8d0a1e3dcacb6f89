import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { call, run } from './testing-run.ts';

const committed = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../public/claims/${name}.json`, import.meta.url)), 'utf8');

test('prints the committed verdicts, and with --pictures the committed pictures', () => {
  const verdicts = run(['claims']);
  expect(verdicts.stderr).toBe('');
  expect(JSON.parse(verdicts.stdout)).toEqual(JSON.parse(committed('verdicts')));
  const pictures = run(['claims', '--pictures']);
  expect(pictures.stderr).toBe('');
  expect(JSON.parse(pictures.stdout)).toEqual(JSON.parse(committed('pictures')));
}, 60_000);

test('writes a report with --markdown: ten verdicts, eight figures, eight tasks, every file with its code', () => {
  const { status, stdout } = run(['claims', '--markdown']);
  expect(status).toBe(0);
  expect(stdout.match(/^## \d+\. /gm)).toHaveLength(10);
  expect(stdout.match(/^### /gm)).toHaveLength(9 + 8);
  expect(stdout).toMatch(/^### Cart-pole\n\n475 is wanted: .*\n\n\| method .*\n.*\n\| KL \| 5 \| 61,440 \|/m);
  expect(stdout).not.toContain('Not run');
  expect(stdout.match(/, code [0-9a-f]{12}\. `npm run/g)!.length).toBeGreaterThan(20);
  expect(stdout).not.toMatch(/NaN|undefined|\[object/);
}, 60_000);

test('refuses what it does not know in one sentence', async () => {
  for (const [args, seen] of [
    [['--pictured'], '--pictured'],
    [['--pictures', '--markdown'], '--markdown'],
  ] as const) {
    const { status, stderr } = await call(['claims', ...args]);
    expect(status).toBe(2);
    expect(stderr.trim()).toBe(`"${seen}" was given; expected is nothing, --pictures, --markdown, or --help.`);
  }
});
