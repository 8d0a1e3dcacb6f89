import type { PlaygroundConfig } from '../config/playground-config.ts';
import { settingsAt } from '../config/playground-config.ts';
import { methodOf, settingsOf, type RunConfig } from '../methods/registry.ts';
import { withRunSetting } from './edits.ts';

/**
 * How far an update may go, in all columns: the same movement τ, each metric's own radius δ, or a price β that is set by hand. `mixed`: columns differ, or follow a
 * schedule.
 */
export type StepMode = 'equal' | 'radius' | 'price' | 'mixed';

/** The rule of each mode. */
const RULES = { equal: 'matched', radius: 'optimal', price: 'fixed' } as const;

const moves = ({ method }: RunConfig): boolean => methodOf(method).mover.kind !== 'gradient';

/** The columns' settings at an iteration. */
const runsAt = (config: PlaygroundConfig, iteration: number): RunConfig[] =>
  config.runs.map((run, index) => settingsAt(config, run, index, iteration).run);

/** The mode of all columns that move mass; flows have no radius, so they do not count there. */
export function stepMode(config: PlaygroundConfig, iteration: number): StepMode {
  const runs = runsAt(config, iteration).filter(moves);
  const rules = new Set(runs.map((run) => settingsOf(run)['rule']));
  if (rules.size !== 1) return 'mixed';
  const [rule] = rules;
  if (rule === RULES.equal) return new Set(runs.map((run) => settingsOf(run)['tau'])).size === 1 ? 'equal' : 'mixed';
  return rule === RULES.radius ? 'radius' : rule === RULES.price ? 'price' : 'mixed';
}

/** The movement that all columns are matched to, or that they would be. */
export function movementOf(config: PlaygroundConfig, iteration: number): number {
  const run = runsAt(config, iteration).find(moves);
  return run === undefined ? NaN : Number(settingsOf(run)['tau']);
}

/** Puts all columns that can into a mode, from an iteration on; a movement is shared. */
export function withStepMode(
  config: PlaygroundConfig,
  mode: Exclude<StepMode, 'mixed'>,
  at: number,
  movement = movementOf(config, at),
): PlaygroundConfig {
  return config.runs.reduce((edited, run, index) => {
    const { mover } = methodOf(run.method);
    if (mover.kind === 'gradient' || (mode === 'radius' && mover.kind === 'flow')) return edited;
    const ruled = withRunSetting(edited, index, 'rule', RULES[mode], at);
    return mode === 'equal' ? withRunSetting(ruled, index, 'tau', movement, at) : ruled;
  }, config);
}

/** One column's price set by hand, from an iteration on. */
export function withPrice(config: PlaygroundConfig, index: number, beta: number, at: number): PlaygroundConfig {
  return withRunSetting(withRunSetting(config, index, 'rule', 'fixed', at), index, 'beta', beta, at);
}

/** One column's price let go: its rule is that of the other columns, or the one that it was opened with, or equal movement. */
export function withAutomaticPrice(config: PlaygroundConfig, index: number, at: number): PlaygroundConfig {
  const automatic = (run: RunConfig | undefined): string | undefined => {
    const rule = run === undefined ? undefined : settingsOf(run)['rule'];
    return typeof rule !== 'string' || rule === 'fixed' ? undefined : rule;
  };
  const others = runsAt(config, at).filter((run, place) => place !== index && moves(run));
  const rule = automatic(config.runs[index]) ?? others.map(automatic).find((own) => own !== undefined) ?? 'matched';
  const { mover } = methodOf(config.runs[index]!.method);
  return withRunSetting(config, index, 'rule', mover.kind === 'flow' && rule === 'optimal' ? 'matched' : rule, at);
}
