import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeLink } from '../src/config/link.ts';
import { makeWorld } from '../src/environments/registry.ts';
import { methodOf } from '../src/methods/registry.ts';
import { StreamDealer } from '../src/math/random.ts';
import { costIn } from '../src/training/action-costs.ts';
import { Evaluator } from '../src/training/evaluation.ts';
import { Batch, rollOut } from '../src/training/rollout.ts';
import { sessionConfig } from '../src/training/session-config.ts';
import { TableSession } from '../src/training/table-session.ts';
import { kl } from '../src/trust-regions/kl.ts';
import { sinkhorn } from '../src/trust-regions/sinkhorn.ts';
import { wasserstein } from '../src/trust-regions/wasserstein.ts';
import { evaluationShares } from './evaluation-share.ts';
import { ACTIONS, benchProblem, field, STATES } from './problem.ts';
import { regionTimes } from './region.ts';
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
  const blurred = { ...fixed, lambda: 20 };
  const shape = { lambda: 20 };
  return {
    'KL, fixed': per(() => kl.improve(unit, fixed, next)),
    'KL, optimum': per(() => kl.optimum(unit, 0.05, {})),
    'WPO one price, fixed': per(() => wasserstein.improve(unit, fixed, next)),
    'WPO any cost, fixed': per(() => wasserstein.improve(line, fixed, next)),
    'WPO one price, optimum': per(() => wasserstein.optimum(unit, 0.1, {})),
    'WPO any cost, optimum': per(() => wasserstein.optimum(line, 0.1, {})),
    'SPO one price, fixed': per(() => sinkhorn.improve(unit, blurred, next)),
    'SPO any cost, fixed': per(() => sinkhorn.improve(line, blurred, next)),
    'SPO one price, optimum': per(() => sinkhorn.optimum(unit, 0.1, shape)),
    'SPO any cost, optimum': per(() => sinkhorn.optimum(line, 0.1, shape)),
  };
}

/** Whole iterations, and what share of them the update itself is: how much faster a kernel could make them at most. */
function iterations(): void {
  console.log(
    '\nWhole iterations, exact advantages, all measures (ms, best of 30), and the share of the update in them:',
  );
  const runs = ['kl', 'wasserstein', 'sinkhorn'].map((method) => `run=${method},rule:matched`).join('&');
  const links = {
    taxi: 'world=taxi',
    'taxi, root-index': 'world=taxi&cost=root-index',
    'taxi, matched': `world=taxi&${runs}`,
    'cliff walking': 'world=cliff-walking',
    'cliff, matched': `world=cliff-walking&${runs}`,
    'four rooms, angle': 'world=four-rooms&cost=angle',
    '32 × 32': `world=gridworld&world.map=${field(32)}`,
    '32 × 32, matched': `world=gridworld&world.map=${field(32)}&${runs}`,
    '64 × 64': `world=gridworld&world.map=${field(64)}`,
    '64 × 64, matched': `world=gridworld&world.map=${field(64)}&${runs}`,
  };
  for (const [name, link] of Object.entries(links)) {
    const { config } = decodeLink(link);
    config.runs.forEach((run, index) => {
      const times: number[] = [];
      const shares: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const session = new TableSession(sessionConfig(config, index), () => performance.now());
        for (let k = 0; k < 10; k += 1) {
          const { previous, advantage, weight, known } = session.frame();
          const began = performance.now();
          session.advance(1);
          const took = performance.now() - began;
          times.push(took);
          const { states, actions } = session.world.model;
          const cost = costIn(session.world, config.training);
          const problem = { states, actions, policy: previous, advantage, weight, cost };
          const method = methodOf(run.method);
          const memory = method.open(states, actions);
          const next = new Float64Array(previous.length);
          const again = performance.now();
          if (k > 0) method.step({ problem, known, iteration: k }, run, memory, next);
          if (k > 0) shares.push((performance.now() - again) / took);
        }
      }
      const share = `${(100 * median(shares)).toFixed(0)} %`.padStart(5);
      const best = Math.min(...times).toFixed(2);
      console.log(
        `  ${name.padEnd(18)} ${run.method.padEnd(12)} ${best}   median ${median(times).toFixed(2)}   update ${share}`,
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
regionTimes();
// last, since it watches the evaluator
evaluationShares();
