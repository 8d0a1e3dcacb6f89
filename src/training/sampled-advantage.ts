import type { FiniteModel, FiniteWorld } from '../environments/environment.ts';
import type { TrainingSettings } from '../config/training-fields.ts';
import { roundAdvantage, type Estimate } from './advantage.ts';
import type { Batch } from './rollout.ts';

/** Share of the way that the critic's table goes to the newest returns. */
const CRITIC_STEP = 0.5;

/**
 * Monte Carlo: each visit's discounted return minus a baseline, averaged over the visits of (s, a). Pairs not visited have advantage 0.
 *
 * @param baseline `state`: the mean return of the state in the batch; `constant`: that of the whole batch, as where a critic has learned one number for all
 * states; `critic`: V of a table, which moves towards the mean return of each visited state afterwards
 * @param critic V [S], changed in place where it is the baseline
 */
export function monteCarloAdvantage(
  world: FiniteWorld,
  batch: Batch,
  critic: Float64Array,
  gamma: number,
  { baseline, scale }: Pick<TrainingSettings, 'baseline' | 'scale'>,
  out: Estimate,
): void {
  const { reward } = world.model;
  const signal = new Float64Array(batch.length);
  const visits = new Float64Array(world.model.states);
  const mean = new Float64Array(world.model.states);
  for (let e = batch.episodes - 1; e >= 0; e -= 1) {
    let after = 0;
    for (let t = batch.offsets[e + 1]! - 1; t >= batch.offsets[e]!; t -= 1) {
      after = reward[batch.outcome[t]!]! + gamma * after;
      signal[t] = after;
      const s = batch.state[t]!;
      visits[s] = visits[s]! + 1;
      mean[s] = mean[s]! + after;
    }
  }
  for (let s = 0; s < mean.length; s += 1) mean[s] = visits[s]! > 0 ? mean[s]! / visits[s]! : 0;
  const constant = baseline === 'constant' ? signal.reduce((sum, after) => sum + after / batch.length, 0) : 0;
  for (let t = 0; t < batch.length; t += 1) {
    const s = batch.state[t]!;
    signal[t] = signal[t]! - (baseline === 'state' ? mean[s]! : baseline === 'critic' ? critic[s]! : constant);
  }
  if (baseline === 'critic') {
    for (let s = 0; s < mean.length; s += 1) {
      if (visits[s]! > 0) critic[s] = critic[s]! + CRITIC_STEP * (mean[s]! - critic[s]!);
    }
  }
  if (scale === 'normalised') normalise(signal);
  averagePairs(world.model, batch, signal, out);
}

/**
 * Generalised advantage estimation (Schulman et al. 2016): Σ_l (γλ)^l δ_{t+l} with a table V as critic, averaged over the
 * visits of (s, a). A truncated episode is continued by V of its last state, a terminated one by 0. Afterwards V moves towards
 * the mean λ-return of each visited state.
 *
 * @param critic V [S], changed in place
 */
export function generalisedAdvantage(
  world: FiniteWorld,
  batch: Batch,
  critic: Float64Array,
  gamma: number,
  gaeLambda: number,
  scale: TrainingSettings['scale'],
  out: Estimate,
): void {
  const { reward, next, terminated, states } = world.model;
  const signal = new Float64Array(batch.length);
  const visits = new Float64Array(states);
  const sum = new Float64Array(states);
  for (let e = 0; e < batch.episodes; e += 1) {
    let after = 0;
    for (let t = batch.offsets[e + 1]! - 1; t >= batch.offsets[e]!; t -= 1) {
      const outcome = batch.outcome[t]!;
      const s = batch.state[t]!;
      const follow = terminated[outcome] === 0 ? critic[next[outcome]!]! : 0;
      after = reward[outcome]! + gamma * follow - critic[s]! + gamma * gaeLambda * after;
      signal[t] = after;
      visits[s] = visits[s]! + 1;
      sum[s] = sum[s]! + after;
    }
  }
  for (let s = 0; s < states; s += 1) {
    if (visits[s]! > 0) critic[s] = critic[s]! + (CRITIC_STEP * sum[s]!) / visits[s]!;
  }
  if (scale === 'normalised') normalise(signal);
  averagePairs(world.model, batch, signal, out);
}

function averagePairs(model: FiniteModel, batch: Batch, signal: Float64Array, out: Estimate): void {
  const visits = new Float64Array(model.states * model.actions);
  out.advantage.fill(0);
  for (let t = 0; t < batch.length; t += 1) {
    const pair = batch.state[t]! * model.actions + batch.action[t]!;
    visits[pair] = visits[pair]! + 1;
    out.advantage[pair] = out.advantage[pair]! + signal[t]!;
  }
  for (let pair = 0; pair < visits.length; pair += 1) {
    if (visits[pair]! > 0) out.advantage[pair] = out.advantage[pair]! / visits[pair]!;
  }
  roundAdvantage(out.advantage);
  batchVisits(batch, out);
}

/** Mean 0 and standard deviation 1 over the samples of a batch; all zeros where they do not differ. */
function normalise(signal: Float64Array): void {
  let mean = 0;
  for (let t = 0; t < signal.length; t += 1) mean += signal[t]! / signal.length;
  let variance = 0;
  for (let t = 0; t < signal.length; t += 1) variance += ((signal[t]! - mean) * (signal[t]! - mean)) / signal.length;
  const deviation = Math.sqrt(variance);
  for (let t = 0; t < signal.length; t += 1) signal[t] = deviation > 1e-12 ? (signal[t]! - mean) / deviation : 0;
}

/** Weights of the batch: how often each state was visited, normalised to sum 1. */
function batchVisits(batch: Batch, out: Estimate): void {
  out.weight.fill(0);
  out.known.fill(0);
  for (let t = 0; t < batch.length; t += 1) {
    const s = batch.state[t]!;
    out.weight[s] = out.weight[s]! + 1 / batch.length;
    out.known[s] = 1;
  }
}
