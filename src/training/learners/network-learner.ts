import type { TrainingSettings } from '../../config/training-fields.ts';
import type { Dynamics, PhysicsWorld } from '../../environments/physics.ts';
import type { StreamDealer } from '../../math/random.ts';
import { behaviourIn, type Actor } from '../experience/batch.ts';
import { VectorEnv } from '../experience/vector-env.ts';
import { Network, type Optimiser } from '../nets/network.ts';
import { PlainForward } from '../nets/plain-forward.ts';
import type { IterationReport, IterationSettings, Learner, Looked, SliceContent } from './learner.ts';
import { oldPart, Policy, sizesOf, widenAtFirst } from './policy.ts';
import { together, type Part } from './snapshot.ts';

/** What values states or actions beside a policy. */
interface Critic extends Part {
  /** Every number of it, for the digest. */
  readonly weights: Float32Array;
  dispose(): void;
}

/** What a learner is made with: the task, what moves it, and settings. */
export interface Making {
  readonly world: PhysicsWorld;
  readonly dynamics: Dynamics;
  readonly training: TrainingSettings;
  readonly dealer: StreamDealer;
}

/** How a learner's own networks are made. */
interface Own<C extends Critic> {
  readonly optimiser?: ((length: number) => Optimiser) | undefined;
  /** Streams that the old policy's own weights once took: what a seed gives stays what it was. */
  readonly lost: { readonly beforeCritic: boolean; readonly afterCritic: boolean };
  readonly critic: (making: Making) => C;
}

/** Parts of a snapshot that all learners have, before those of one. */
export const SHARED_PARTS = 5;

/** What all learners have: an actor in parallel environments, its policy now and the old one, and a critic. */
export abstract class NetworkLearner<C extends Critic> implements Learner {
  readonly env: VectorEnv;
  protected readonly world: PhysicsWorld;
  protected readonly dynamics: Dynamics;
  protected readonly now: Policy;
  /** π_k, fixed for an iteration. */
  protected readonly old: Policy;
  protected readonly critic: C;
  protected readonly actor: Actor;
  readonly #parts: Part;

  protected constructor(making: Making, { optimiser, lost, critic }: Own<C>, more: readonly Part[] = []) {
    const { world, dynamics, training, dealer } = making;
    const behaviour = behaviourIn(world);
    const network = new Network(sizesOf(world, training, behaviour.head.outputs), dealer.next(), 0.01, optimiser);
    if (world.actions.kind === 'box') widenAtFirst(network);
    if (lost.beforeCritic) dealer.next();
    this.world = world;
    this.dynamics = dynamics;
    this.now = new Policy(network, world.observationSize);
    this.critic = critic(making);
    if (lost.afterCritic) dealer.next();
    this.old = new Policy(network.twin(), world.observationSize);
    const { weights, layout } = network;
    this.actor = { plain: new PlainForward(layout), weights, normaliser: this.now.normaliser, behaviour };
    this.env = new VectorEnv(world, dynamics, training.environments, dealer.next().uniform);
    this.#parts = together([network, this.now.normaliser, oldPart(this.old), this.critic, this.env, ...more]);
  }

  abstract iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport;
  abstract content(looked: Looked): SliceContent;

  numbers(): { policy: Float32Array; critic: Float32Array } {
    return { policy: this.now.network.weights, critic: this.critic.weights };
  }

  snapshot(): unknown {
    return this.#parts.snapshot();
  }

  /** Whether all that a snapshot rests on is still there: nothing here is written over. */
  keeps(_snapshot: unknown): boolean {
    return true;
  }

  restore(from: unknown): void {
    this.#parts.restore(from);
  }

  dispose(): void {
    this.now.network.dispose();
    this.old.network.dispose();
    this.critic.dispose();
    this.dynamics.dispose();
  }
}
