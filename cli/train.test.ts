import { expect, test } from 'vitest';
import { decodeLink } from '../src/config/link.ts';
import { measures } from '../src/training/measure.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { TableSession } from '../src/training/table-session.ts';
import { call, run } from './testing-run.ts';

const FRAGMENT = 'world=chain&run=kl,delta:0.02&run=wasserstein&run=sinkhorn&at=2,1,delta:0.2';

const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('prints each column and iteration, then the digests of the same sessions as the page has', () => {
  const { status, stdout, stderr } = run(['train', `https://example.org/page/#${FRAGMENT}`, '--iterations', '3']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = linesOf(stdout);
  const places = lines.map(({ column, method, iteration }) => [column, method, iteration]);
  const columns = ['kl', 'wasserstein', 'sinkhorn'].map((method, column) => [column, method]);
  expect(places).toEqual([0, 1, 2, 3, 3].flatMap((iteration) => columns.map((column) => [...column, iteration])));
  expect(Object.keys(lines[0]!)).toEqual(['column', 'method', ...measures.map(({ key }) => key)]);
  expect(lines[0]).toMatchObject({ beta: null });

  const { config } = decodeLink(FRAGMENT);
  const digests = config.runs.map((_, column) => {
    const session = new TableSession(sessionConfig(config, column), () => 0);
    session.advance(3);
    return session.digest();
  });
  expect(lines.slice(-3).map(({ digest }) => digest)).toEqual(digests);
});

test('a physics task gives the same numbers and the same digest each time, but for how long it took', () => {
  const link = 'world=cart-pole&width=16&iterationSteps=256&environments=8&minibatch=32&run=wasserstein';
  const [once, again] = [1, 2].map(() => {
    const { status, stdout, stderr } = run(['train', link, '--iterations', '3']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return linesOf(stdout).map(({ milliseconds, elapsed, speed, ...rest }) => {
      if (typeof rest.iteration === 'number' && rest.iteration > 0 && rest.digest === undefined) {
        for (const time of [milliseconds, elapsed, speed]) expect(time).toBeGreaterThan(0);
      }
      return rest;
    });
  });
  expect(again).toEqual(once);
  expect(once).toHaveLength(5);
  expect(once![0]).toMatchObject({ iteration: 0, sampledReturn: null, steps: 0 });
  for (const line of once!.slice(1, 4)) {
    expect(line).toMatchObject({ method: 'wasserstein', return: null, gap: null });
    expect(Number.isFinite(line.sampledReturn)).toBe(true);
    expect(line.sampledReturn).toBeGreaterThan(5);
  }
  expect(once![4]).toEqual({
    column: 0,
    method: 'wasserstein',
    iteration: 3,
    digest: expect.stringMatching(/^2\.[0-9a-f]{16}$/),
  });
});

test('a fragment with or without # is a link; its stop says how far', async () => {
  const digests = [
    await call(['train', '#world=chain&stop=2']),
    await call(['train', 'world=chain', '--iterations=2']),
  ].map(({ stdout }) => linesOf(stdout).slice(-3));
  expect(digests[0]).toEqual(digests[1]);
  expect(digests[0]![0]).toMatchObject({ column: 0, method: 'kl', iteration: 2 });
});

test('what is wrong with a link is told on standard error, and the rest is trained', async () => {
  const { status, stdout, stderr } = await call(['train', 'world=chain&beauty=1', '--iterations', '0']);
  expect(stderr).toContain('"beauty"');
  expect(linesOf(stdout)).toHaveLength(6);
  expect(status).toBe(0);
});

test.each([
  [['--iterations', '-1'], 'The number of iterations is "-1"; it should be a whole number from 0 to 1000000.'],
  [['--speed', '3'], 'The option "--speed" is not known; expected is --iterations or --help.'],
])('wrong use %j is refused with one sentence and exit code 2', async (args, sentence) => {
  expect(await call(['train', ...args])).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` });
});

test('--help explains', async () => {
  expect(await call(['train', '--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('--iterations'),
  });
});
