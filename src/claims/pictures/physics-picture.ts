import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { methods, type MethodKind } from '../../methods/registry.ts';
import type { Picture } from './picture.ts';

/** What is asked of a recording of a task: each method's last mean returns, a seed each. */
export interface Reached {
  readonly kind: PhysicsKind;
  readonly curves: readonly { readonly method: MethodKind; readonly final: readonly (number | null)[] }[];
}

const middleOf = (values: readonly (number | null)[]): number => {
  const sorted = values.map((value) => value ?? -Infinity).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** A dot for each task and method that was trained on it, filled where it is solved at the end. */
export function physicsPicture(all: readonly Reached[]): Picture {
  const columns = (Object.keys(methods) as MethodKind[]).filter((method) =>
    all.some(({ curves }) => curves.some((curve) => curve.method === method)),
  );
  const rows = all.map(({ kind, curves }) => ({
    name: physicsTasks[kind].label,
    filled: columns.map((method) => {
      const curve = curves.find((one) => one.method === method);
      return curve === undefined ? null : middleOf(curve.final) >= physicsTasks[kind].solved;
    }),
  }));
  const solved = rows.filter(({ filled }) => filled.includes(true)).length;
  const told = rows.map(({ name, filled }) => {
    const by = columns.filter((_, n) => filled[n] === true).map((method) => methods[method].short);
    return `${name}: ${by.length === 0 ? 'none' : by.join(', ')}`;
  });
  return {
    title: `${solved} of ${rows.length} tasks are solved by at least one method`,
    line: 'Networks in place of tables; some rows are one seed.',
    words: `Which methods had solved which task at the end. ${told.join('; ')}.`,
    panels: [
      {
        kind: 'dots',
        key: 'tasks',
        title: 'solved at the end',
        note: 'faint: not trained on it',
        columns: columns.map((method) => ({ name: methods[method].short, method })),
        rows,
        legend: 'solved',
      },
    ],
    more: [],
  };
}
