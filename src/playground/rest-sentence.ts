import { say } from '../copy/say.ts';
import { columnNames } from '../config/column-names.ts';
import type { Picture } from '../environments/picture.ts';
import { measureIndex } from '../training/measure.ts';
import type { Rest } from './playback.ts';
import type { Run } from './run.ts';

/** Why the columns stand still, in a sentence. */
export function restSentence(why: Rest, at: number, wanted: number): string {
  switch (why) {
    case 'settled':
      return say('Finished: at update {at} every column stands still; no further step would move mass.', { at });
    case 'lost':
      return say(
        'Update {wanted} is out of reach: what it was learned from has left the replay buffer. Reset trains again from the start; a larger replay size reaches farther back.',
        { wanted },
      );
    case 'stop':
      return say('Paused at update {at}, as the link asks.', { at });
    case 'paused':
      return say('Paused at update {at}.', { at });
  }
}

const three = (value: number): string =>
  Number.isNaN(value) ? say('not known') : String(Number(value.toPrecision(3)));

/** What an update came to, for who does not see it: returns, and where it moved most. */
export function updateSentence(
  at: number,
  runs: readonly Run[],
  picture: Picture,
  state: number,
  slice: number,
): string {
  const names = columnNames(runs.map(({ config }) => config.run));
  const key = picture.kind === 'table' ? 'return' : 'sampledReturn';
  const returns = runs.map(({ frame }, index) => `${names[index]} ${three(frame?.row[measureIndex[key]] ?? NaN)}`);
  const said = say('Update {at}: {returns}.', { at, returns: returns.join(', ') });
  if (picture.kind !== 'table' || at === 0) return said;
  const n = picture.actions.length;
  const moved = runs.map(({ frame }) => {
    if (frame?.kind !== 'table') return 0;
    let sum = 0;
    for (let pair = state * n; pair < (state + 1) * n; pair += 1)
      sum += Math.abs(frame.policy[pair]! - frame.previous[pair]!);
    return sum / 2;
  });
  const most = Math.max(...moved);
  if (most < 1e-9) return said;
  const place = picture.describe(state, slice);
  const name = names[moved.indexOf(most)]!;
  return `${said} ${say('Looked at: {place}, where {name} moved {share}.', { place, name, share: three(most) })}`;
}
