import { normals } from '../../math/normal.ts';
import type { StreamDealer } from '../../math/random.ts';
import type { MassMethod } from '../../methods/method.ts';
import type { Problem } from '../../trust-regions/trust-region.ts';
import { collect, type Batch } from '../experience/batch.ts';
import type { IterationReport, IterationSettings } from './learner.ts';
import type { Valued } from './look-ahead.ts';
import { NetworkLearner, type Making } from './network-learner.ts';
import { valueCritic, type ValueCritic } from './value-critic.ts';

/**
 * Policies that are trained by looking ahead from where they came, whatever their actions:
 *
 * 1. act in parallel environments; 2. fit V to λ-returns; 3. value actions at states of the batch by the simulator and V; 4. the
 * method moves mass at each of these states, exactly as in a finite world; 5. the network is fitted to what came out. Which
 * actions, how far ahead and how the fit goes is the kind's own.
 */
export abstract class LookAheadLearner extends NetworkLearner<ValueCritic> {
  protected readonly method: MassMethod;

  constructor(making: Making, method: MassMethod) {
    super(making, { lost: { beforeCritic: false, afterCritic: false }, critic: valueCritic });
    this.method = method;
  }

  /** Steps 3 to 5. Every random number comes from the dealer. */
  protected abstract improve(batch: Batch, settings: IterationSettings, dealer: StreamDealer): IterationReport;

  iterate(settings: IterationSettings, dealer: StreamDealer): IterationReport {
    const { training } = settings;
    const acting = dealer.next();
    const draws = { uniform: acting.uniform, normal: normals(acting) };
    const batch = collect(this.env, this.actor, training.iterationSteps, draws);
    this.critic.prepare(batch, training.gamma);
    this.old.set(this.now);
    const criticLoss = this.critic.fit(batch, training, dealer.next());
    const report = this.improve(batch, settings, dealer);
    // what networks see changes only between iterations, and with the first batch
    this.now.normaliser.settle();
    return { ...report, measures: { ...report.measures, criticLoss } };
  }

  /** What values states as the policy of now, or the old one, sees them. */
  protected valuedBy({ normaliser }: Pick<Valued, 'normaliser'>): Valued {
    const { world, dynamics, critic } = this;
    return { world, dynamics, critic, normaliser };
  }
}

/** The first states of a problem, of equal weights that sum to 1. */
export function firstStates(problem: Problem, states: number): Problem {
  return { ...problem, states, weight: new Float64Array(states).fill(1 / states) };
}
