import type { FieldValues } from '../field.ts';
import { a2c } from './a2c.ts';
import { bridge } from './bridge.ts';
import { chiSquared } from './chi-squared.ts';
import { entropyKl } from './entropy-kl.ts';
import { forwardKl } from './forward-kl.ts';
import { kl } from './kl.ts';
import type { Method, Settings } from './method.ts';
import { ppo } from './ppo.ts';
import { replicator } from './replicator.ts';
import { sinkhorn } from './sinkhorn.ts';
import { trpo } from './trpo.ts';
import { wasserstein } from './wasserstein.ts';
import { wassersteinFlow } from './wasserstein-flow.ts';

/** Every method that a column can have, by the name that links and pickers know it by, in the order of the picker. */
export const methods = {
  kl,
  wasserstein,
  sinkhorn,
  bridge,
  'forward-kl': forwardKl,
  'chi-squared': chiSquared,
  'entropy-kl': entropyKl,
  replicator,
  'wasserstein-flow': wassersteinFlow,
  trpo,
  ppo,
  a2c,
} as const;

export type MethodKind = keyof typeof methods;

/** A column: a method and its settings. All of them change live, but the method. */
export type RunConfig = {
  [Kind in MethodKind]: { readonly method: Kind } & Readonly<FieldValues<(typeof methods)[Kind]['fields']>>;
}[MethodKind];

/** Whether a text names a method. */
export function isMethodKind(text: string): text is MethodKind {
  return Object.hasOwn(methods, text);
}

/** A method, whichever it is: what all of them have. */
export function methodOf(kind: MethodKind): Method {
  return methods[kind];
}

/** Whether what moves cost plays a part in a method's update. */
export function seesCost(kind: MethodKind): boolean {
  const { mover } = methodOf(kind);
  return mover.kind !== 'gradient' && mover.of.usesCost;
}

/** A column's settings, by name. */
export function settingsOf(run: RunConfig): Settings {
  return run;
}
