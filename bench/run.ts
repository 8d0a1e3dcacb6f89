import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeLink } from '../src/config/link.ts';
import { makeWorld } from '../src/environments/registry.ts';
import { StreamDealer } from '../src/math/random.ts';
import { Evaluator } from '../src/training/evaluation.ts';
import { Batch, rollOut } from '../src/training/rollout.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { TrainingSession } from '../src/training/session.ts';
import { trustRegions } from '../src/trust-regions/registry.ts';
import { ACTIONS, benchProblem, STATES } from './problem.ts';
import { median, nanoseconds } from './timing.ts';

/** The same kernels in plain C at -O3, in the same run; empty where there is no compiler. */
function plainC(): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  const binary = join(folder, 'kernels');
  try {
    execFileSync('cc', ['-O3', '-o', binary, fileURLToPath(new URL('./kernels.c', import.meta.url)), '-lm'], {
      stdio: 'pipe',
    });
    const lines = execFileSync(binary, { encoding: 'utf8' }).trim().split('\n');
    return Object.fromEntries(
      lines.map((line) => {
        const [, name, time] = /^(.*?)\s+([\d.]+) ns$/.exec(line)!;
        return [name!, Number(time)];
      }),
    );
  } catch (error) {
    console.error(`No comparison with C: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return {};
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function kernels(): Record<string, number> {
  const unit = benchProblem('zero-one');
  const line = benchProblem('line');
  const next = new Float64Array(STATES * ACTIONS);
  const per = (work: () => void): number => nanoseconds(work) / (STATES * ACTIONS);
  const fixed = { beta: 2, share: 0 };
  const { kl, wasserstein, sinkhorn } = trustRegions;
  return {
    'KL, fixed': per(() => kl.improve(unit, fixed, 20, next)),
    'KL, optimum': per(() => kl.optimum(unit, 0.05, 20)),
    'WPO one price, fixed': per(() => wasserstein.improve(unit, fixed, 20, next)),
    'WPO any cost, fixed': per(() => wasserstein.improve(line, fixed, 20, next)),
    'WPO one price, optimum': per(() => wasserstein.optimum(unit, 0.1, 20)),
    'WPO any cost, optimum': per(() => wasserstein.optimum(line, 0.1, 20)),
    'SPO one price, fixed': per(() => sinkhorn.improve(unit, fixed, 20, next)),
    'SPO any cost, fixed': per(() => sinkhorn.improve(line, fixed, 20, next)),
    'SPO one price, optimum': per(() => sinkhorn.optimum(unit, 0.1, 20)),
    'SPO any cost, optimum': per(() => sinkhorn.optimum(line, 0.1, 20)),
  };
}

function iterations(): void {
  console.log('\nWhole iterations, exact advantages, all measures (ms, best of 30):');
  for (const world of ['taxi', 'cliff-walking', 'four-rooms']) {
    const { config } = decodeLink(`world=${world}`);
    config.runs.forEach((run, index) => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const session = new TrainingSession(sessionConfig(config, index), () => performance.now());
        for (let k = 0; k < 10; k += 1) {
          const began = performance.now();
          session.advance(1);
          times.push(performance.now() - began);
        }
      }
      console.log(
        `  ${world.padEnd(14)} ${run.method.padEnd(12)} ${Math.min(...times).toFixed(2)}   median ${median(times).toFixed(2)}`,
      );
    });
  }
}

function evaluation(): void {
  console.log('\nExact evaluation of V and ρ (uniform policy, γ .97), as a ratio to the smallest grid, per state:');
  let first = 0;
  for (const side of [8, 16, 32, 64]) {
    const rows = Array.from({ length: side }, () => '.'.repeat(side).split(''));
    rows[0]![0] = 'S';
    rows[side - 1]![side - 1] = 'G';
    const { model } = makeWorld('gridworld', { map: rows.map((row) => row.join('')).join('/') });
    const evaluator = new Evaluator(model);
    const policy = new Float64Array(model.states * 4).fill(0.25);
    const value = new Float64Array(model.states);
    const visits = new Float64Array(model.states);
    const time = nanoseconds(() => {
      value.fill(0);
      visits.fill(0);
      evaluator.prepare(policy, 0.97);
      evaluator.solveValue(value);
      evaluator.solveVisits(model.start, visits);
    }, 5);
    first ||= time / model.states;
    console.log(
      `  ${String(model.states).padStart(5)} states  ${(time / 1e6).toFixed(3)} ms   ${(time / model.states / first).toFixed(2)} a state`,
    );
  }
}

function environmentSteps(): void {
  console.log('\nEnvironment steps (uniform policy, ns a step):');
  for (const kind of ['taxi', 'cliff-walking', 'frozen-lake', 'four-rooms', 'chain'] as const) {
    const world = makeWorld(kind, {});
    const { states, actions } = world.model;
    const policy = new Float64Array(states * actions).fill(1 / actions);
    const dealer = new StreamDealer(1);
    const batch = new Batch();
    const time = nanoseconds(() => rollOut(world, policy, 0, 20, dealer, batch), 5);
    console.log(`  ${kind.padEnd(14)} ${(time / batch.length).toFixed(1)}`);
  }
}

console.log(
  `Kernels on Taxi's ${STATES} × ${ACTIONS} (ns a state-action, best of 48), against plain C at -O3 in the same run:`,
);
const best = (all: readonly Record<string, number>[], name: string): number =>
  Math.min(...all.map((times) => times[name] ?? Infinity));
// turn and turn about, so that a busy moment of the machine falls on both
const [ours, theirs]: Record<string, number>[][] = [[], []];
for (let round = 0; round < 4; round += 1) {
  theirs!.push(plainC());
  ours!.push(kernels());
}
for (const name of Object.keys(ours![0]!)) {
  const time = best(ours!, name);
  const c = best(theirs!, name);
  const ratio = c === Infinity ? '' : `   C ${c.toFixed(1).padStart(6)}   ratio ${(time / c).toFixed(2)}`;
  console.log(`  ${name.padEnd(28)} ${time.toFixed(1).padStart(7)}${ratio}`);
}
iterations();
evaluation();
environmentSteps();
