const COLORS = ['#4477aa', '#ccbb44', '#66ccee', '#aa3377', '#228833', '#ee6677'];

/** Colours of source actions in the ribbons, of which no world has more than six; the bar that each begins at carries the action's sign. */
export function actionColor(action: number): string {
  return COLORS[action % COLORS.length]!;
}
