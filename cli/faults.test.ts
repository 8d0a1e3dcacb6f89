import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { call, run } from './testing-run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder from which the programs are called. */
function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

const SWEEP = file('sweep.json', JSON.stringify({ title: 'x', link: 'world=chain&run=kl', iterations: 2 }));
const INSTANCE = { S: 1, A: 2, pi: [[0.5, 0.5]], adv: [[1, 0]], rho: [1], delta: 0.1 };

async function refused(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await call(args, '', folder);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  // one line, with nothing in it that a terminal obeys
  expect(stderr).toMatch(/^[^\p{Cc}]+\n$/u);
  return stderr;
}

describe('what cannot be worked with is one sentence and exit code 2', () => {
  const deep = file('deep.json', '['.repeat(100_000) + ']'.repeat(100_000));
  const cycle = file('cycle.yaml', 'title: &a [*a]\nlink: x\niterations: 1\n');
  test.each([
    ['a list in a list, a hundred thousand deep', ['solve', deep], /nested more than 64 deep|is not JSON/],
    ['the same as a sweep', ['sweep', deep], /nested more than 64 deep|is not JSON/],
    ['the same as a record', ['sweep', '--merge', deep], /nested more than 64 deep|is not JSON/],
    ['the same as a recording', ['record', 'merge', deep], /nested more than 64 deep|is not JSON/],
    ['YAML that contains itself', ['sweep', cycle], /nested more than 64 deep|is not YAML/],
    ['a folder to write to', ['sweep', SWEEP, '--out', '.'], /which is a folder; expected is the name of a file/],
    ['no name to write to', ['sweep', SWEEP, '--out', ''], /The file to be written is ""; expected is a name/],
    ['a folder that is not there', ['sweep', SWEEP, '--out', 'nowhere/x.json'], /its folder does not exist/],
    ['a file that is not there', ['sweep', '--merge', 'none.json'], /there is no such file/],
    ['escapes of a terminal', ['solve', file('red.json', '\u001b[31m{')], /is not JSON/],
    ['escapes in a name', ['solve', 'a\u001b]0;b.json'], /there is no such file/],
    [
      'escapes in a value',
      ['solve', file('id.json', JSON.stringify({ ...INSTANCE, id: '\u202e', delta: -1 }))],
      /\\u\{202e\}/,
    ],
    [
      'a return that is no number',
      [
        'record',
        'merge',
        file(
          'endless.json',
          '{"command":"","steps":1,"seeds":1,"date":"","curves":[],"method":"kl","total":1e999,"states":[[0],[0]]}',
        ),
      ],
      /is no recording/,
    ],
    [
      'an unknown method',
      [
        'record',
        'merge',
        file(
          'x.json',
          '{"command":"","steps":1,"seeds":1,"date":"","curves":[],"method":"x","total":1,"states":[[0],[0]]}',
        ),
      ],
      /is no recording/,
    ],
  ])('%s', async (_, args, sentence) => {
    expect(await refused(args)).toMatch(sentence);
  });
});

test('a byte-order mark is nothing, and files are looked for where the program was called', async () => {
  const recording = {
    command: "npm run --silent record -- 'world=hopper' 1 1",
    steps: 1,
    seeds: 1,
    date: '',
    curves: [],
    method: 'kl',
    total: 1,
    states: [[0], [0]],
  };
  expect(
    await call(['record', 'merge', file('bom.json', `\uFEFF${JSON.stringify(recording)}`)], '', folder),
  ).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(
    (await call(['solve', file('bom-instance.json', `\uFEFF${JSON.stringify(INSTANCE)}`)], '', folder)).status,
  ).toBe(0);
});

/** Runs a program where no file may be larger than some kilobytes: as on a disk that is full, writing fails in the middle. */
function cramped(args: readonly string[]) {
  const launcher = fileURLToPath(new URL('run.mjs', import.meta.url));
  const quoted = [process.execPath, launcher, ...args].map((word) => `'${word}'`).join(' ');
  return spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 8; exec ${quoted}`], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder, TSX_DISABLE_CACHE: '1' },
  });
}

test('where a record cannot be written to its end, what was there stays as it was', () => {
  const sweep = {
    title: 'x',
    about: 'y'.repeat(3000),
    link: 'world=chain&run=kl',
    iterations: 40,
    points: 41,
    vary: [{ key: 'gamma', values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] }],
  };
  file('large-sweep.json', JSON.stringify(sweep));
  expect(run(['sweep', 'large-sweep.json', '--out', 'large.json'], '', folder).status).toBe(0);
  mkdirSync(path.join(folder, 'full'));
  file('full/old.json', '{"old": 1}');
  const { status, stderr } = cramped(['sweep', '--merge', 'large.json', '--out', 'full/old.json']);
  expect(stderr).toMatch(/^The file ".*old\.json" cannot be written \(EFBIG\); what was there is as it was\.\n$/);
  expect(status).toBe(2);
  expect(readFileSync(path.join(folder, 'full/old.json'), 'utf8')).toBe('{"old": 1}');
  expect(readdirSync(path.join(folder, 'full'))).toEqual(['old.json']);
});

test('runs of other code are not mixed with runs of this one, resumed or merged', async () => {
  const out = path.join(folder, 'mixed.json');
  expect((await call(['sweep', SWEEP, '--out', 'mixed.json'], '', folder)).status).toBe(0);
  const record = JSON.parse(readFileSync(out, 'utf8')) as { made: { version: string; code: string }; sweep: object };
  expect(record.made.code).toMatch(/^[0-9a-f]{12}$/);
  file('other.json', JSON.stringify({ ...record, made: { ...record.made, code: 'another' } }));
  expect(await refused(['sweep', '--merge', 'mixed.json', 'other.json'])).toContain(
    'results of different code are not mixed',
  );
  const by = { version: record.made.version, code: 'another' };
  file('resumed.json.partial', `${JSON.stringify({ sweep: record.sweep, by })}\n`);
  expect(await refused(['sweep', SWEEP, '--out', 'resumed.json'])).toContain(
    '(code another) made; expected is version',
  );
});
