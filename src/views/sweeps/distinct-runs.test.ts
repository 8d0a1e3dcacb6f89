import { expect, it } from 'vitest';
import { DistinctRuns } from '../../sweeps/repeats.ts';
import { sweepOf } from '../../sweeps/testing-sweeps.ts';
import { expandSweep } from '../../sweeps/tasks.ts';
import { distinctRuns } from './distinct-runs.ts';

const links = {
  exact: 'world=chain&run=kl&run=sinkhorn',
  sampled: 'world=chain&estimator=model&episodes=1&run=kl&run=sinkhorn',
};

it('two seeds tell how many runs are done, whatever the number of seeds', () => {
  for (const [kind, link] of Object.entries(links)) {
    for (const count of [1, 2, 5]) {
      // KL has no λ: its runs are the same at both values
      const sweep = sweepOf({ link, vary: [{ key: 'run.lambda', values: [5, 20] }], seeds: count });
      const few = expandSweep({ ...sweep, seeds: { ...sweep.seeds, count: Math.min(2, count) } });
      const whole = new DistinctRuns(expandSweep(sweep).tasks).tasks.length;
      expect(distinctRuns(few.tasks, count)).toBe(whole);
      expect(whole).toBe(kind === 'exact' ? 3 : 3 * count);
    }
  }
});

it('says that nothing is random only where that is so', () => {
  const vary = [{ key: 'run.lambda', values: [5, 20] }];
  const said = (link: string): string => expandSweep(sweepOf({ link, vary, seeds: 2 })).notes.join(' ');
  expect(said(links.exact)).toContain('nothing is random');
  expect(said(links.sampled)).not.toContain('nothing is random');
  expect(said(links.sampled)).toContain('done once');
});
