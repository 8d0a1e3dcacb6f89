import { naturalStep } from '../../methods/gradient/natural-step.ts';
import type { PolicyHead } from '../../methods/gradient/network-rule.ts';
import { logStdSlope, meanOf, stdOf } from '../nets/gaussian.ts';
import type { Network } from '../nets/network.ts';

/** Particles in pairs about the mean of the old policy, with the weights that the fit follows. */
interface PairedTargets {
  /** [S·O] normalised observations */
  readonly inputs: Float32Array;
  /** [S·n·D] as drawn from the old policy */
  readonly drawn: Float64Array;
  /** [S·n] their new weights, each row summing to 1: where the mean goes */
  readonly target: Float64Array;
  /** [S·n] the weights that the even part of the advantages makes: where the spread goes */
  readonly even: Float64Array;
}

/** Rounding that a bound allows. */
const SLACK = 1.0001;

/**
 * One natural-gradient step from the old policy towards weighted particles, as long as a KL bound allows: Σ_s Σ_i (w_i − 1/n) ∇ ln π(a_i)
 * for the mean, and the same with the even weights for the spread. A slope of the advantages alone makes Σ w z² > 1 and would widen
 * the policy for nothing; its even part is 0.
 *
 * @returns KL(π‖π′) of the step, 0 where none was taken
 */
export function fitNaturally(network: Network, head: PolicyHead, targets: PairedTargets, bound: number): number {
  const { inputs, drawn, target, even } = targets;
  const size = inputs.length / network.inputs;
  const old = network.forward(inputs, size, true).slice();
  const slopes = slopesOf(old, size, drawn, target, even);
  let kl = 0;
  const length = naturalStep(network, { head, inputs, size }, network.gradient(slopes), bound, (now) => {
    kl = 0;
    for (let s = 0; s < size; s += 1) kl += head.divergence(old, now, s * head.outputs) / size;
    return kl <= bound * SLACK;
  });
  return length > 0 ? kl : 0;
}

/** ∂/∂output [S·2D] of what the fit raises. */
function slopesOf(
  old: Float32Array,
  states: number,
  drawn: Float64Array,
  target: Float64Array,
  even: Float64Array,
): Float32Array {
  const d = old.length / states / 2;
  const n = target.length / states;
  const slopes = new Float32Array(old.length);
  for (let s = 0; s < states; s += 1) {
    for (let part = 0; part < d; part += 1) {
      const at = s * 2 * d + part;
      const mean = meanOf(old[at]!);
      const std = stdOf(old[at + d]!);
      let shift = 0;
      let widening = 0;
      for (let i = 0; i < n; i += 1) {
        const z = (drawn[(s * n + i) * d + part]! - mean) / std;
        shift += (target[s * n + i]! - 1 / n) * z;
        widening += (even[s * n + i]! - 1 / n) * z * z;
      }
      slopes[at] = (shift * (1 - mean * mean)) / std / states;
      slopes[at + d] = (widening * logStdSlope(old[at + d]!)) / states;
    }
  }
  return slopes;
}
