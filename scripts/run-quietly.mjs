import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const apart = process.platform !== 'win32';
const running = new Set();

/**
 * Runs a shell command and resolves to its exit code and all that it printed. After `seconds` the command and its
 * children are ended, and the exit code is 124.
 */
export function runQuietly(command, environment, seconds) {
  return new Promise((resolve) => {
    const chunks = [];
    let late = false;
    const child = spawn(command, {
      cwd: root,
      env: environment,
      shell: true,
      // a group of its own can be ended as one
      detached: apart,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const timer = setTimeout(() => {
      late = true;
      chunks.push(Buffer.from(`\nEnded after ${seconds} seconds.\n`));
      end(child);
    }, seconds * 1000);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const settle = (exitCode) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ exitCode: late ? 124 : exitCode, output: Buffer.concat(chunks).toString() });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      settle(1);
    });
    child.on('close', (code) => settle(code ?? 1));
  });
}

/** Ends all that is running now, children included. */
export function endRunning() {
  for (const child of running) end(child);
}

function end(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(apart ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
