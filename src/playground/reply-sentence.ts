import { say, sayCount } from '../copy/say.ts';
import { columnNames } from '../config/column-names.ts';
import type { Picture } from '../environments/picture.ts';
import type { Run } from './run.ts';

/** Movement of a state that counts. */
const LEAST = 1e-6;

/** What the next update would do with the settings as they were turned, for who does not see it; "" where that is not known. */
export function replySentence(runs: readonly Pick<Run, 'config' | 'preview'>[], picture: Picture): string {
  if (picture.kind !== 'table') return '';
  const names = columnNames(runs.map(({ config }) => config.run));
  const n = picture.actions.length;
  const replies = runs.flatMap(({ preview }, index) => {
    if (preview === null || preview.policy.length !== picture.states * n) return [];
    let count = 0;
    let most = 0;
    let where = 0;
    for (let state = 0; state < picture.states; state += 1) {
      let moved = 0;
      for (let pair = state * n; pair < (state + 1) * n; pair += 1)
        moved += Math.abs(preview.policy[pair]! - preview.previous[pair]!) / 2;
      if (moved >= LEAST) count += 1;
      if (moved > most) [most, where] = [moved, state];
    }
    const name = names[index]!;
    if (count === 0) return [say('{name} would move nothing', { name })];
    return [
      sayCount(
        count,
        '{name} would move one state, most at {where}',
        '{name} would move {count} states, most at {where}',
        { name, where: picture.describe(where, 0) },
      ),
    ];
  });
  return replies.length === 0
    ? ''
    : say('With these settings the next update: {replies}.', { replies: replies.join('; ') });
}
