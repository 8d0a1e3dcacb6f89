import { describe, expect, it } from 'vitest';
import { type TaskKind, physicsTasks, type PhysicsKind } from '../environments/registry.ts';
import { readField } from '../field.ts';
import { methods as allMethods, settingsOf, type MethodKind } from '../methods/registry.ts';
import { decodeLink, encodeLink } from './link.ts';
import { defaultTraining } from './playground-config.ts';
import { defaultRun, runFields } from './run-fields.ts';
import { trainingFields, trainingKeyMatters, type TrainingKey } from './training-fields.ts';

const kinds = Object.keys(physicsTasks) as PhysicsKind[];
const methods = Object.keys(allMethods) as MethodKind[];

describe('the settings that a physics task comes with', () => {
  it.each(kinds)('are values that their fields allow (%s)', (kind) => {
    const training = defaultTraining(kind);
    for (const [key, field] of Object.entries(trainingFields)) {
      const value = training[key as TrainingKey];
      expect(readField(field, key, String(value)), key).toEqual({ value });
    }
    for (const method of methods) {
      const run = defaultRun(method, kind);
      for (const [key, field] of Object.entries(runFields(method, kind))) {
        const value = settingsOf(run)[key]!;
        expect(readField(field, key, String(value)), key).toEqual({ value });
      }
    }
  });

  it.each(kinds)('are left out of a link, and what differs from them is in it (%s)', (kind) => {
    const { config, problems } = decodeLink(`world=${kind}`);
    expect(problems).toEqual([]);
    expect(encodeLink(config)).toBe(`v=2&world=${kind}&end`);
    const own = { ...config, training: { ...config.training, iterationSteps: 333, gamma: 0.5 } };
    expect(encodeLink(own)).toContain('iterationSteps=333');
    expect(decodeLink(encodeLink(own))).toEqual({ config: own, problems: [] });
  });

  it.each(['hopper', 'walker2d', 'half-cheetah', 'reacher', 'pendulum'])(
    'are the former ones in a link of version 1, and said in the one made of it (%s)',
    (kind) => {
      const { config, problems } = decodeLink(
        `v=1&world=${kind}&particles=5&run=kl&run=wasserstein,delta:0.3&run=trpo`,
      );
      expect(problems).toEqual([]);
      expect(config.training).toMatchObject({ learner: 'replay', particles: 5 });
      expect(config.runs.map((run) => settingsOf(run)['delta'])).toEqual([0.1, 0.3, 0.01]);
      const now = encodeLink(config);
      expect(now).toContain('learner=replay');
      expect(decodeLink(now)).toEqual({ config, problems: [] });
      expect(decodeLink(`v=1&world=${kind}`).config.runs).toHaveLength(3);
      expect(decodeLink(`world=${kind}`).config.training.learner).toBe('branch');
    },
  );

  it('are shown where they have a meaning, and nowhere else', () => {
    const settings = defaultTraining('mountain-car');
    const shown = (task: TaskKind, methods: readonly MethodKind[] = ['kl'], of = settings): string[] =>
      Object.keys(trainingFields).filter((key) => trainingKeyMatters(key as TrainingKey, of, task, methods));
    expect(shown('table')).not.toContain('width');
    expect(shown('discrete')).toEqual(expect.arrayContaining(['width', 'epochs', 'gaeLambda', 'cost']));
    expect(shown('discrete')).not.toContain('particles');
    expect(shown('discrete')).not.toContain('fitBound');
    expect(shown('continuous')).toEqual(expect.arrayContaining(['particles', 'replay', 'meanBound']));
    expect(shown('continuous')).not.toContain('estimator');
    expect(shown('continuous')).not.toContain('cost');
    // baselines have a critic of states and no replay
    expect(shown('continuous')).not.toContain('gaeLambda');
    expect(shown('continuous', ['trpo'])).toEqual(expect.arrayContaining(['gaeLambda', 'epochs']));
    expect(shown('continuous', ['trpo'])).not.toContain('replay');
    expect(shown('continuous', ['trpo'])).not.toContain('learner');
    // the simulator's particles have a critic of states, and their fit no rate
    const branched = shown('continuous', ['kl'], { ...settings, learner: 'branch' });
    expect(branched).toEqual(
      expect.arrayContaining(['learner', 'lookAhead', 'states', 'fitBound', 'gaeLambda', 'epochs']),
    );
    for (const key of ['replay', 'policyRate', 'meanBound', 'warmup']) expect(branched).not.toContain(key);
    expect(shown('continuous')).toEqual(expect.arrayContaining(['learner', 'policyRate']));
    for (const key of ['lookAhead', 'states', 'fitBound']) expect(shown('continuous')).not.toContain(key);
  });
});
