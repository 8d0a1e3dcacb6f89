import type { TrainingSettings } from '../../config/training-fields.ts';
import { normals } from '../../math/normal.ts';
import { StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import { transportCost } from '../../trust-regions/distances.ts';
import type { Point } from '../../trust-regions/trust-region.ts';
import { shuffled, type Batch } from '../experience/batch.ts';
import type { ParticlePlan } from '../frame.ts';
import { meanOf, stdOf } from '../nets/gaussian.ts';
import { meanGaussianDivergence, meanGaussianEntropy } from './gaussian-fit.ts';
import { gaussianSlice } from './gaussian-slice.ts';
import type { IterationReport, IterationSettings, Looked, SliceContent } from './learner.ts';
import { branch } from './look-ahead.ts';
import { firstStates, LookAheadLearner } from './look-ahead-learner.ts';
import { fitNaturally } from './natural-fit.ts';
import type { Making } from './network-learner.ts';
import { particlePlan } from './particle-plan.ts';
import { agreement, drawPairs, evenPart, measureParticles, particleProblem } from './particles.ts';
import type { Policy } from './policy.ts';

/** States over which the step is measured, and particles are valued a second time. */
const MEASURED = 32;

/** States with particles. */
interface Placed {
  readonly count: number;
  /** [count·variables] */
  readonly states: Float64Array;
  /** [count·n·D] as drawn */
  readonly drawn: Float64Array;
}

/**
 * A Gaussian policy over an action box and a value critic, both perceptrons; the sibling of the one for a few actions.
 *
 * At S states of what was just acted, n particles of the old policy stand in for the actions, in pairs about its mean. Each is
 * valued by H steps of the simulator, the first with its own action, the others by the old policy with noise that a state's
 * particles share, and by V from there on. The method moves their mass, and one natural-gradient step takes the network there.
 */
export class BranchLearner extends LookAheadLearner {
  constructor(making: Making, method: MassMethod) {
    if (making.world.actions.kind !== 'box') throw new TypeError('A Gaussian policy needs a box of actions.');
    super(making, method);
  }

  protected improve(batch: Batch, settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { run, training, memory, iteration } = settings;
    const { mover } = this.method;
    const { head } = this.actor.behaviour;
    const learning = dealer.next();
    const normal = normals(learning);
    const n = training.particles;
    const { count, states, inputs } = this.#pick(batch, training, learning.uniform);
    const old = this.now.network.forward(inputs, count).slice();
    const { drawn, action } = drawPairs({ states: count, outputs: old }, n, normal);
    const placed = { count, states, drawn };
    const { worth, steps } = this.#value(placed, this.now, training, normal);

    const problem = particleProblem(count, worth, action);
    const target = new Float64Array(worth.length);
    const known = new Uint8Array(count).fill(1);
    const step = this.method.step({ problem, known, iteration }, run, memory, target);
    const even = new Float64Array(worth.length);
    mover.of.improve({ ...problem, advantage: evenPart(problem.advantage, n) }, step.point, even);
    const moved = fitNaturally(this.now.network, head, { inputs, drawn, target, even }, training.fitBound);

    const again = this.#rank(placed, worth, training, normals(dealer.next()));
    const measured = Math.min(MEASURED, count);
    const d = head.actionSize;
    const now = this.now.network.forward(inputs, count);
    const first = {
      action: action.subarray(0, measured * n * d),
      target: target.subarray(0, measured * n),
    };
    const fitted = { states: measured, outputs: now.slice(0, measured * 2 * d) };
    return {
      point: step.point,
      radius: step.radius,
      ahead: steps + again.steps,
      measures: {
        spent: step.spent(),
        transport: transportCost(mover.of, firstStates(problem, measured), step.point),
        kl: meanGaussianDivergence(now, old, count),
        ...measureParticles(fitted, first, training.yardstick, noiseOf(drawn, old, n, d)),
        entropy: meanGaussianEntropy(now, count),
        ranking: again.ranking,
      },
      note: step.note !== '' || moved > 0 ? step.note : 'The fit found no step inside its bound: the policy stays.',
    };
  }

  /** States of the batch, none of them twice. */
  #pick(batch: Batch, training: TrainingSettings, uniform: () => number): Placed & { readonly inputs: Float32Array } {
    const { variables, observationSize: wide } = this.world;
    const width = variables.length;
    const count = Math.min(training.states, batch.size);
    const states = new Float64Array(count * width);
    const inputs = new Float32Array(count * wide);
    const order = shuffled(batch.size, uniform);
    for (let s = 0; s < count; s += 1) {
      const k = order[s]!;
      states.set(batch.states.subarray(k * width, (k + 1) * width), s * width);
      inputs.set(batch.inputs.subarray(k * wide, (k + 1) * wide), s * wide);
    }
    return { count, states, inputs, drawn: new Float64Array(0) };
  }

  /** What particles are worth [count·n], by the simulator as long as it is asked and by V then. */
  #value(
    { count, states, drawn }: Placed,
    { network, normaliser }: Policy,
    { particles: n, lookAhead: steps, gamma }: TrainingSettings,
    normal: () => number,
    visit?: (b: number, state: Float64Array) => void,
  ): ReturnType<typeof branch> {
    const { behaviour } = this.actor;
    const d = behaviour.head.actionSize;
    const act = (b: number, action: Float64Array): void => behaviour.act(drawn, b * d, action);
    const following = { steps, policy: network, behaviour, normal };
    return branch(this.valuedBy({ normaliser }), { states, count, n, act, ...(visit && { visit }) }, gamma, following);
  }

  /** Values the particles of the first states again, with other noise, and says how far both agree. One step has no noise to differ in. */
  #rank(
    { count, states, drawn }: Placed,
    worth: Float64Array,
    training: TrainingSettings,
    normal: () => number,
  ): { readonly ranking: number; readonly steps: number } {
    if (training.lookAhead === 1) return { ranking: NaN, steps: 0 };
    const some = { count: Math.min(MEASURED, count), states, drawn };
    const other = this.#value(some, this.old, training, normal);
    const ranking = agreement(worth.subarray(0, other.worth.length), other.worth, training.particles);
    return { ranking, steps: other.steps };
  }

  content({ points: { observations, states, count }, state, settings, point }: Looked): SliceContent {
    const d = this.actor.behaviour.head.actionSize;
    const now = this.now.outputsAt(observations);
    const old = this.old.outputsAt(observations);
    const value = this.critic.valueAt(this.now.normaliser.normalised(observations), count);
    const width = this.world.variables.length;
    const cell = states.subarray(state * width, (state + 1) * width);
    const outputs = old.slice(state * 2 * d, (state + 1) * 2 * d);
    const particles = point === null ? null : this.#planAt(cell, outputs, state, settings, point);
    return { kind: 'continuous', value, gaussian: gaussianSlice(now, old, d), particles };
  }

  /** Particles of the old policy at a cell, and where their mass went. */
  #planAt(
    states: Float64Array,
    outputs: Float32Array,
    state: number,
    { iteration, training }: IterationSettings,
    point: Point,
  ): ParticlePlan {
    // the same random numbers at every look: a picture that is looked at again is the same
    const normal = normals(new StreamDealer(iteration).next());
    const { drawn, action } = drawPairs({ states: 1, outputs }, training.particles, normal);
    const paths = Array.from({ length: training.particles }, () => [...states]);
    const placed = { count: 1, states, drawn };
    const { worth } = this.#value(placed, this.old, training, normal, (b, next) => void paths[b]!.push(...next));
    const path = (value: number): Float64Array => Float64Array.from(paths[worth.indexOf(value)]!);
    const branches = { best: path(Math.max(...worth)), worst: path(Math.min(...worth)) };
    return particlePlan(this.method.mover.of, particleProblem(1, worth, action), action, point, state, branches);
  }
}

/**
 * Gives the noise of particles [S·n·D] one by one: the new policy's own, drawn with it, differ from them by what the policy moved, and not by
 * chance, which among so few would be the larger part.
 */
function noiseOf(drawn: Float64Array, outputs: Float32Array, n: number, d: number): () => number {
  let at = 0;
  return () => {
    const output = Math.floor(at / (n * d)) * 2 * d + (at % d);
    const z = (drawn[at]! - meanOf(outputs[output]!)) / stdOf(outputs[output + d]!);
    at += 1;
    return z;
  };
}
