import { describe, expect, it } from 'vitest';
import { decodeLink } from '../config/link.ts';
import { MAX_CHANGES, settingsAt } from '../config/playground-config.ts';
import { settingsOf, type RunConfig } from '../methods/registry.ts';
import {
  withChangesFolded,
  withDuplicate,
  withMethod,
  withMovedRun,
  withNewRun,
  withoutRun,
  withParameter,
  withParameters,
  withRunSetting,
  withTraining,
  withWorld,
} from './edits.ts';

const base = decodeLink('').config;

/** A setting of a column. */
const setting = (run: RunConfig | undefined, key: string): unknown => settingsOf(run!)[key];

describe('edits', () => {
  it('set a column at the start, and record a change later', () => {
    expect(setting(withRunSetting(base, 1, 'beta', 3, 0).runs[1], 'beta')).toBe(3);
    const later = withRunSetting(base, 1, 'beta', 3, 7);
    expect(setting(later.runs[1], 'beta')).toBe(1);
    expect(later.changes).toEqual([{ iteration: 7, run: 1, key: 'beta', value: 3 }]);
    expect(setting(settingsAt(later, later.runs[1]!, 1, 6).run, 'beta')).toBe(1);
    expect(setting(settingsAt(later, later.runs[1]!, 1, 7).run, 'beta')).toBe(3);
  });

  it('let a change at an iteration replace itself, and the future of its setting', () => {
    const once = withRunSetting(withRunSetting(base, 0, 'beta', 2, 5), 0, 'beta', 4, 9);
    expect(withRunSetting(once, 0, 'beta', 6, 5).changes).toEqual([{ iteration: 5, run: 0, key: 'beta', value: 6 }]);
    expect(withRunSetting(once, 0, 'beta', 6, 0).changes).toEqual([]);
    expect(withRunSetting(once, 1, 'beta', 6, 5).changes).toHaveLength(3);
  });

  it('keep changes with their columns when these are moved, copied and removed', () => {
    const changed = withRunSetting(base, 2, 'lambda', 5, 3);
    expect(withMovedRun(changed, 2, 0).changes[0]!.run).toBe(0);
    expect(withMovedRun(changed, 0, 2).changes[0]!.run).toBe(1);
    expect(withoutRun(changed, 0).changes[0]!.run).toBe(1);
    expect(withoutRun(changed, 2).changes).toEqual([]);
    expect(withDuplicate(changed, 2).changes.map((change) => change.run)).toEqual([2, 3]);
    expect(withDuplicate(changed, 0).changes[0]!.run).toBe(3);
  });

  it('record nothing when nothing changes', () => {
    const once = withRunSetting(base, 0, 'beta', 2, 5);
    expect(withRunSetting(once, 0, 'beta', 2, 8)).toBe(once);
    expect(withTraining(once, { cost: 'zero-one' }, 8)).toBe(once);
    // back to what it was: the change that was ahead is gone
    expect(withRunSetting(once, 0, 'beta', 1, 3).changes).toEqual([]);
  });

  it('hold one to six columns', () => {
    let many = base;
    for (let n = 0; n < 9; n += 1) many = withNewRun(many, 'kl');
    expect(many.runs).toHaveLength(6);
    expect(withDuplicate(many, 0)).toBe(many);
    let few = base;
    for (let n = 0; n < 9; n += 1) few = withoutRun(few, 0);
    expect(few.runs).toHaveLength(1);
  });

  it('give a column of another method its usual radius, unless one was set', () => {
    expect(setting(withMethod(base, 0, 'wasserstein').runs[0], 'delta')).toBe(0.03);
    const own = withRunSetting(base, 0, 'delta', 0.2, 0);
    expect(setting(withMethod(own, 0, 'wasserstein').runs[0], 'delta')).toBe(0.2);
  });

  it('record the cost live, and open runs anew for other shared settings', () => {
    expect(withTraining(base, { cost: 'angle' }, 4).changes).toEqual([
      { iteration: 4, run: 'all', key: 'cost', value: 'angle' },
    ]);
    const changed = withRunSetting(base, 0, 'beta', 2, 5);
    expect(withTraining(changed, { gamma: 0.5 }, 9)).toMatchObject({ changes: [], training: { gamma: 0.5 } });
  });

  it('drop what another world cannot have', () => {
    const own = withTraining(base, { cost: 'custom', costMatrix: '0,1,1,1;1,0,1,1;1,1,0,1;1,1,1,0' }, 0);
    expect(withWorld(own, 'chain').training).toMatchObject({ cost: 'zero-one', costMatrix: '', gamma: 0.95 });
  });

  it('keep what fits a world whose actions come and go', () => {
    const bandit = withWorld(base, 'one-state');
    expect(bandit.training.cost).toBe('places');
    expect(setting(bandit.runs[1], 'delta')).toBe(0.08);
    const skewed = withParameters(bandit, { rewards: '1,2,3', policy: '.2 .3 .5' });
    expect(skewed.world.parameters).toEqual({ rewards: '1,2,3', policy: '.2 .3 .5', places: '' });
    const own = withTraining(skewed, { cost: 'custom', costMatrix: '0,1,1;1,0,1;1,1,0' }, 0);
    const more = withParameter(own, 'rewards', '1,2,3,4');
    expect(more.world.parameters).toEqual({ rewards: '1,2,3,4', policy: '', places: '' });
    expect(more.training).toMatchObject({ cost: 'places', costMatrix: '' });
    const back = withWorld(more, 'chain');
    expect(back.training.cost).toBe('zero-one');
    expect(back.runs).toEqual(base.runs);
    const chosen = withTraining(back, { cost: 'behaviour' }, 0);
    expect(withWorld(chosen, 'taxi').training.cost).toBe('behaviour');
    expect(withWorld(chosen, 'one-state').training.cost).toBe('places');
  });

  it('fold changes into the start', () => {
    const changed = withTraining(withRunSetting(base, 0, 'beta', 2, 5), { cost: 'angle' }, 6);
    const folded = withChangesFolded(changed, 6);
    expect(folded.changes).toEqual([]);
    expect(setting(folded.runs[0], 'beta')).toBe(2);
    expect(folded.training.cost).toBe('angle');
    expect(withChangesFolded(changed, 5).training.cost).toBe('zero-one');
  });

  it('record no more changes than a link can hold', () => {
    let config = base;
    for (let k = 1; k <= MAX_CHANGES + 5; k += 1) config = withRunSetting(config, 0, 'beta', k, k);
    expect(config.changes).toHaveLength(MAX_CHANGES);
  });
});
