import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * One step of the set-up in one line on standard error: "Installing Chromium … 27 s". What its programs print is shown in full
 * where the step fails, and not at all where it goes well.
 *
 * @param label what is done, as in "Installing Chromium"
 * @param work is given `run(program, args, options)`, which tells whether a program went well; gives whether the step did
 * @returns what `work` gave
 */
export function step(label, work, say = (text) => process.stderr.write(text)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'set-up-'));
  const file = path.join(folder, 'log');
  // one file for both streams keeps their lines in order
  const log = openSync(file, 'a');
  const run = (program, args, options = {}) => {
    const { status, error } = spawnSync(program, args, { cwd: root, ...options, stdio: ['ignore', log, log] });
    if (error !== undefined) writeSync(log, `${error.message}\n`);
    return status === 0;
  };
  const began = performance.now();
  say(`${label} … `);
  let good = false;
  try {
    good = work(run);
  } finally {
    closeSync(log);
    say(`${good ? '' : 'failed after '}${Math.ceil((performance.now() - began) / 1000)} s\n`);
    if (!good) say(`${readFileSync(file, 'utf8').trimEnd()}\n`);
    rmSync(folder, { recursive: true });
  }
  return good;
}
