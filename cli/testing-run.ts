import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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
