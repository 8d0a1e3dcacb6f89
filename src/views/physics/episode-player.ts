import type { Episode } from '../../training/frame.ts';

/** Seconds for which the last state stands before the next episode begins. */
const HOLD = 0.9;

/** Which state of which episode is seen: one episode to its end, then the newest that came meanwhile, else the same again. */
export class EpisodePlayer {
  readonly #variables: number;
  readonly #timestep: number;
  #episode: Episode | null = null;
  #next: Episode | null = null;
  #time = 0;
  #held = 0;

  /** @param variables entries of a state; @param timestep seconds per step */
  constructor(variables: number, timestep: number) {
    this.#variables = variables;
    this.#timestep = timestep;
  }

  get episode(): Episode | null {
    return this.#episode;
  }

  /** Index of the state seen. */
  get index(): number {
    const episode = this.#episode;
    if (episode === null) return 0;
    return Math.min(stepsOf(episode, this.#variables), Math.floor(this.#time / this.#timestep + 1e-9));
  }

  /** Says which episode is the newest; null, or one of another task, ends the show at once. */
  offer(episode: Episode | null): void {
    const fits = episode !== null && episode.states.length > 0 && episode.states.length % this.#variables === 0;
    if (!fits) {
      this.#episode = null;
      this.#next = null;
    } else if (this.#episode === null) this.#begin(episode);
    else this.#next = isSame(episode, this.#episode) ? null : episode;
  }

  /** @param rate seconds of the task per second */
  advance(seconds: number, rate: number): void {
    const episode = this.#episode;
    if (episode === null) return;
    if (this.index < stepsOf(episode, this.#variables)) {
      this.#time += seconds * rate;
      return;
    }
    this.#held += seconds;
    if (this.#held >= HOLD) this.#begin(this.#next ?? episode);
  }

  /** Shows the newest episode without waiting for the end of the other. */
  skip(): void {
    if (this.#next !== null) this.#begin(this.#next);
  }

  #begin(episode: Episode): void {
    this.#episode = episode;
    this.#next = null;
    this.#time = 0;
    this.#held = 0;
  }
}

/** Steps of an episode: one less than its states. */
export function stepsOf({ states }: Episode, variables: number): number {
  return states.length / variables - 1;
}

/** Each frame brings a copy of its own: an episode is known by what happened in it. */
function isSame(a: Episode, b: Episode): boolean {
  if (a.states.length !== b.states.length || !Object.is(a.total, b.total)) return false;
  const last = a.states.length - 1;
  const middle = last >> 1;
  return (
    Object.is(a.states[0], b.states[0]) && a.states[middle] === b.states[middle] && a.states[last] === b.states[last]
  );
}
