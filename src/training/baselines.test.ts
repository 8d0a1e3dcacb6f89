import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { measureIndex } from './measure.ts';
import { sessionConfig } from './session-config.ts';
import { TableSession } from './table-session.ts';

describe.each(['chain', 'cliff-walking'])('with exact advantages on %s', (world) => {
  // gradients of a softmax vanish where it is nearly sure: PPO and A2C leave the safe path beside the cliff only with an entropy bonus
  it.each([
    ['trpo', 60, 1e-9],
    ['ppo,entropyBonus:0.5', 1200, 1e-3],
    ['a2c,entropyBonus:0.5', 1800, 2e-3],
  ])('%s reaches the optimum', (run, iterations, tolerance) => {
    const { config, problems: wrong } = decodeLink(
      `world=${world}&run=${run}${run.includes('entropyBonus') ? '&at=600,0,entropyBonus:0' : ''}`,
    );
    expect(wrong).toEqual([]);
    const session = new TableSession(sessionConfig(config, 0), () => 0);
    const gap = session.advance(iterations).row[measureIndex.gap]!;
    expect(Math.abs(gap)).toBeLessThan(tolerance);
  });
});
