import type { Change, PlaygroundConfig } from '../config/playground-config.ts';
import type { SessionConfig } from './session.ts';

/** A column as its session sees it: its own changes only, and no place among others. */
export function sessionConfig(config: PlaygroundConfig, index: number): SessionConfig {
  const changes = config.changes.flatMap((change): Change[] =>
    change.run === 'all' ? [change] : change.run === index ? [{ ...change, run: 0 }] : [],
  );
  const { seed, world, training } = config;
  return { seed, world, training, run: config.runs[index]!, changes };
}
