import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { decodeLink } from '../src/config/link.ts';
import { methods } from '../src/methods/registry.ts';
import type { Pace } from './column.ts';

const TASKS = ['cart-pole', 'pendulum', 'half-cheetah', 'hopper', 'walker2d', 'ant'] as const;
/** Times that each column goes alone, and that all go. */
const ROUNDS = 2;
const MILLISECONDS = 2000;

/** Whole iterations with the defaults that ship: each column alone while the others wait, and all at once. */
export async function columns(): Promise<void> {
  const cores = availableParallelism();
  console.log(
    `\nWhole iterations, defaults, frames included (steps/s, best of ${ROUNDS}), a column alone and three at once`,
  );
  console.log(
    `on ${cores} cores; the ratio is what a column keeps of its pace, and the simulator's steps are those of it alone,`,
  );
  console.log('look-ahead included, for each step that is acted:');
  for (const task of TASKS) {
    const link = `world=${task}`;
    const { runs } = decodeLink(link).config;
    const processes = runs.map((_, column) => fork(new URL('./column.ts', import.meta.url), [link, String(column)]));
    try {
      await Promise.all(processes.map(answer));
      const alone: Pace[][] = [];
      const together: Pace[][] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const one: Pace[] = [];
        for (const process of processes) one.push(await go(process));
        alone.push(one);
        together.push(await Promise.all(processes.map(go)));
      }
      runs.forEach(({ method }, column) => print(`${task} ${methods[method].short}`, column, alone, together));
    } finally {
      for (const process of processes) process.kill();
    }
  }
}

function print(name: string, column: number, alone: readonly Pace[][], together: readonly Pace[][]): void {
  const fastest = (rounds: readonly Pace[][]): Pace =>
    rounds.map((round) => round[column]!).reduce((a, b) => (a.speed > b.speed ? a : b));
  const [one, three] = [fastest(alone), fastest(together)];
  const [a, b] = [one, three].map(({ speed }) => speed.toFixed(0).padStart(6));
  const ratio = (three.speed / one.speed).toFixed(2);
  const all = `simulator ${one.simulated.toFixed(0).padStart(6)}, ${(one.simulated / one.speed).toFixed(1)} a step`;
  const parts = `iteration ${one.iteration.toFixed(0).padStart(4)} ms, of it the frame ${one.frame.toFixed(1)}`;
  console.log(`  ${name.padEnd(18)} alone ${a}   three ${b}   ratio ${ratio}   ${all}   ${parts}`);
}

function go(process: ChildProcess): Promise<Pace> {
  process.send(MILLISECONDS);
  return answer(process) as Promise<Pace>;
}

/** What a column says next. Throws a sentence if it ends instead. */
function answer(process: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      process.off('message', said);
      reject(new Error(`A column ended with code ${code}; its messages are above.`));
    };
    const said = (message: unknown): void => {
      process.off('exit', ended);
      resolve(message);
    };
    process.once('exit', ended);
    process.once('message', said);
  });
}
