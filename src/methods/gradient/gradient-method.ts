import type { Fields, NumberField } from '../../field.ts';
import type { GradientMethod } from '../method.ts';
import { copyScores, scoresOf, uniformScores, type Scores } from './softmax-policy.ts';

const number = (field: Omit<NumberField, 'kind'>): NumberField => ({ kind: 'number', ...field });

/** Settings of methods that follow a gradient with an optimiser. */
export const optimiserFields = {
  learningRate: number({
    label: 'learning rate',
    symbol: 'η',
    default: 0.05,
    min: 0.00001,
    max: 1,
    step: 100,
    scale: 'log',
    help: 'Step size of the optimiser: Adam in PPO, RMSprop in A2C.',
  }),
  entropyBonus: number({
    label: 'entropy coefficient',
    symbol: 'c',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    help: 'Weight of the entropy in the objective: a little keeps the policy from settling early.',
  }),
};

/** What gradient methods have in common: a softmax's scores as their memory, and no plan of their own. */
export function gradientMethod<F extends Fields>(
  own: Pick<GradientMethod<F, Scores>, keyof Omit<GradientMethod, 'reads' | 'open' | 'copy' | 'remember' | 'planning'>>,
): GradientMethod<F, Scores> {
  const keys = Object.keys(own.fields);
  return {
    ...own,
    reads: () => keys,
    open: (states, actions, policy) => (policy === undefined ? uniformScores(states * actions) : scoresOf(policy)),
    copy: copyScores,
    remember: () => {},
    planning: { kind: 'derived' },
  };
}
