import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { runInThreads } from '../cli/sweep-pool.ts';
import { readSweep } from '../src/sweeps/read-sweep.ts';
import { expandSweep } from '../src/sweeps/tasks.ts';

/** Turn and turn about, so that a busy moment of the machine falls on all. */
const ROUNDS = 3;
const RUNS = 240;

const cores = availableParallelism();
const widths = [1, 2, 4, 8, 16, 32].filter((width) => width < cores).concat(cores);

const read = readSweep({
  title: 'Benchmark',
  link: 'world=cliff-walking&run=kl&run=wasserstein&run=sinkhorn',
  seeds: RUNS / 3,
  iterations: 50,
});
if ('problem' in read) throw new Error(read.problem);
const { sweep } = read;
const { tasks } = expandSweep(sweep);

/** Runs a second in the second half, when all threads have long started. */
async function sweepPace(width: number): Promise<number> {
  const times: number[] = [];
  await runInThreads(sweep, tasks, width, () => times.push(performance.now()));
  const half = times.length / 2;
  return (half * 1000) / (times.at(-1)! - times[half - 1]!);
}

const LOOP = `
const { parentPort } = require('node:worker_threads');
parentPort.once('message', (end) => {
  let rounds = 0;
  for (let x = 0; Date.now() < end; rounds += 1) for (let n = 0; n < 1e5; n += 1) x = (x * 31 + n) | 0;
  parentPort.postMessage(rounds);
});
parentPort.postMessage('ready');`;

/** The same of a loop that needs no memory: what the machine has to give at this moment. */
async function loopPace(width: number): Promise<number> {
  const workers = Array.from({ length: width }, () => new Worker(LOOP, { eval: true }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const end = Date.now() + 1500;
  const answers = workers.map((worker) => once(worker, 'message') as Promise<[number]>);
  for (const worker of workers) worker.postMessage(end);
  const rounds = (await Promise.all(answers)).reduce((sum, [one]) => sum + one, 0);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return rounds;
}

const best = widths.map((width) => ({ width, sweep: 0, loop: 0 }));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const one of best) {
    one.loop = Math.max(one.loop, await loopPace(one.width));
    one.sweep = Math.max(one.sweep, await sweepPace(one.width));
  }
}

console.log(
  `Runs of a sweep (cliff, 50 iterations, exact; best of ${ROUNDS}), by threads, on ${cores} cores; ratios to one`,
);
console.log('thread, and those of an empty loop, which say how many cores are free:');
for (const { width, sweep: pace, loop } of best) {
  const ratio = (pace / best[0]!.sweep).toFixed(2);
  const free = (loop / best[0]!.loop).toFixed(2);
  console.log(
    `  ${String(width).padStart(3)}   ${pace.toFixed(1).padStart(7)} runs/s   ratio ${ratio}   empty loop ${free}`,
  );
}
