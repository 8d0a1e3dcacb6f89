/** Linear programs for tests, solved by HiGHS: not part of the program. */
import loadHighs from 'highs';

const highs = await loadHighs();

/** Σ coefficient · variable, as pairs. */
export type Terms = readonly (readonly [coefficient: number, variable: string])[];

export interface Constraint {
  readonly terms: Terms;
  readonly relation: '=' | '<=';
  readonly bound: number;
}

const write = (terms: Terms): string =>
  terms.length === 0
    ? '0 x0'
    : terms.map(([c, variable]) => `${c < 0 ? '-' : '+'} ${Math.abs(c)} ${variable}`).join(' ');

/** The optimal value of a linear program in variables ≥ 0, and where it is. */
export function linearProgram(
  sense: 'Maximize' | 'Minimize',
  objective: Terms,
  constraints: readonly Constraint[],
): { readonly value: number; readonly variables: Readonly<Record<string, number>> } {
  const rows = constraints.map(({ terms, relation, bound }, row) => `c${row}: ${write(terms)} ${relation} ${bound}`);
  const text = `${sense}\n obj: ${write(objective)}\nSubject To\n ${rows.join('\n ')}\nEnd`;
  const solution = highs.solve(text, {
    primal_feasibility_tolerance: 1e-10,
    dual_feasibility_tolerance: 1e-10,
    output_flag: false,
  });
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS ended with status ${solution.Status}, not Optimal.`);
  const variables = Object.fromEntries(Object.entries(solution.Columns).map(([name, { Primal }]) => [name, Primal]));
  return { value: solution.ObjectiveValue, variables };
}
