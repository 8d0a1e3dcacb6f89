import { schemeTableau10 } from 'd3';

/** Colours of source actions in the ribbons; the bar that each begins at carries the action's sign. */
export function actionColor(action: number): string {
  return ['#4477aa', '#ccbb44', '#66ccee', '#aa3377', '#228833', '#ee6677'][action] ?? schemeTableau10[action % 10]!;
}
