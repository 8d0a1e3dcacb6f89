import { say } from '../../copy/say.ts';
import type { Settings } from '../../methods/method.ts';
import type { MethodKind } from '../../methods/registry.ts';

/** A schedule of the paper's authors. */
export interface AuthorsSchedule {
  readonly label: string;
  readonly help: string;
  readonly settings: Settings;
}

/** A fifth of their 84 updates on Taxi. */
const FIFTH = 17;
const DELTA = 0.01;

/** β that they set by hand on Taxi, in units of the batch's standard deviation. */
const TAXI: Readonly<Partial<Record<MethodKind, number>>> = { kl: 1, wasserstein: 2, sinkhorn: 3 };

/** The authors' schedules of β that a method's rules can express. @param rules names of its rules */
export function authorsSchedules(method: MethodKind, rules: readonly string[]): readonly AuthorsSchedule[] {
  const taxi = TAXI[method];
  const all: readonly AuthorsSchedule[] = [
    {
      label: say('optimum throughout'),
      help: say('The dual optimum for δ = 0.01 at every update.'),
      settings: { rule: 'optimal', delta: DELTA },
    },
    {
      label: say('a fifth, then constant'),
      help: say('The dual optimum for the first fifth ({n} of 84 updates on Taxi), then the last one.', { n: FIFTH }),
      settings: { rule: 'optimal-then-fixed', delta: DELTA, switchAt: FIFTH },
    },
    {
      label: say('a fifth, then 1/k²'),
      help: say(
        'The dual optimum for the first fifth ({n} of 84 updates on Taxi), then it falls with the square of the updates.',
        { n: FIFTH },
      ),
      settings: { rule: 'optimal-then-decay', delta: DELTA, switchAt: FIFTH },
    },
    {
      label: say('1/k² from the start'),
      help: say(
        'It falls from the first optimum on. Theirs falls in steps of a thousand episodes; this is the nearest that the rules have.',
      ),
      settings: { rule: 'optimal-then-decay', delta: DELTA, switchAt: 1 },
    },
    ...(taxi === undefined
      ? []
      : [
          {
            label: say('fixed at {beta}', { beta: taxi }),
            help: say(
              'Set by hand for Taxi, in units of the batch’s standard deviation: choose the normalised advantages with it.',
            ),
            settings: { rule: 'fixed', beta: taxi },
          },
        ]),
  ];
  return all.filter(({ settings }) => rules.includes(String(settings['rule'])));
}
