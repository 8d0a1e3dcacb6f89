import type { Rest } from './playback.ts';

/** Why the columns stand still, in a sentence. */
export function restSentence(why: Rest, at: number, wanted: number): string {
  switch (why) {
    case 'settled':
      return `Finished: at update ${at} every column stands still; no further step would move mass.`;
    case 'lost':
      return `Update ${wanted} is out of reach: what it was learned from has left the replay buffer. Reset trains again from the start; a larger replay size reaches farther back.`;
    case 'stop':
      return `Paused at update ${at}, as the link asks.`;
    case 'paused':
      return `Paused at update ${at}.`;
  }
}
