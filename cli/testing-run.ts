import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const launcher = fileURLToPath(new URL('run.mjs', import.meta.url));

/** Runs a program of this folder as npm does, called from `from`. */
export function run(args: readonly string[], input = '', from = process.cwd()) {
  const environment = { ...process.env, INIT_CWD: from };
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    input,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

type Main = (args: readonly string[]) => Promise<void>;

const programs: Readonly<Record<string, () => Promise<{ readonly main: Main }>>> = {
  solve: () => import('./solve.ts'),
  train: () => import('./train.ts'),
  record: () => import('./record.ts'),
  sweep: () => import('./sweep.ts'),
  claims: () => import('./claims.ts'),
};

/** As `run`, without a process of its own, whose start takes longer than most of what is asked here. */
export async function call([name = '', ...args]: readonly string[], input = '', from = process.cwd()) {
  const written = { stdout: '', stderr: '' };
  const keep = (out: keyof typeof written, text: string): void => {
    written[out] += text;
  };
  vi.stubEnv('INIT_CWD', from);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...more) => {
      keep('stdout', String(text));
      const done = more.at(-1);
      if (typeof done === 'function') done();
      return true;
    }),
    vi.spyOn(console, 'error').mockImplementation((...words) => keep('stderr', `${words.join(' ')}\n`)),
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([input]) as typeof process.stdin),
  ];
  let status = 0;
  try {
    const { main } = await programs[name]!();
    await main(args);
  } catch (error) {
    const { message, exitCode } = error as Error & { readonly exitCode?: number };
    keep('stderr', `${message}\n`);
    status = exitCode ?? 1;
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
  return { status, ...written };
}
