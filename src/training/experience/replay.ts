import { unsaid } from '../../copy/say.ts';

/**
 * What was experienced, in a ring of bounded size: vector steps of all parallel environments, one behind the other, so that the steps
 * that follow one are a stride away.
 */
export class Replay {
  readonly environments: number;
  readonly observationSize: number;
  readonly actionSize: number;
  /** Most transitions kept; a multiple of the environments. */
  readonly capacity: number;
  #room: number;
  /** [room·observation] */
  observation: Float32Array;
  /** [room·observation] after the step, before any reset */
  nextObservation: Float32Array;
  /** [room·action] in [−1, 1] */
  action: Float32Array;
  reward: Float32Array;
  /** [room] 1 the episode ended by itself, 2 it was cut off */
  ending: Uint8Array;
  /** Transitions ever written. */
  written = 0;

  constructor(environments: number, observationSize: number, actionSize: number, capacity: number) {
    this.environments = environments;
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.capacity = Math.max(1, Math.floor(capacity / environments)) * environments;
    this.#room = Math.min(this.capacity, environments * 1024);
    this.observation = new Float32Array(this.#room * observationSize);
    this.nextObservation = new Float32Array(this.#room * observationSize);
    this.action = new Float32Array(this.#room * actionSize);
    this.reward = new Float32Array(this.#room);
    this.ending = new Uint8Array(this.#room);
  }

  get length(): number {
    return Math.min(this.written, this.capacity);
  }

  /** The place of the next transition; it counts as written. */
  push(): number {
    if (this.written >= this.#room && this.#room < this.capacity) this.#grow();
    const place = this.written % this.capacity;
    this.written += 1;
    return place;
  }

  /** A place drawn evenly. */
  draw(uniform: () => number): number {
    return Math.floor(uniform() * this.length);
  }

  /** The place one step later in the same environment. */
  after(place: number): number {
    return (place + this.environments) % this.capacity;
  }

  /** Whether the step after the one at a place is known already. */
  follows(place: number): boolean {
    const age = (this.written - 1 - place + this.capacity) % this.capacity;
    return age >= this.environments;
  }

  /** Whether all that was there when so many had been written is there still. */
  keeps(written: number): boolean {
    return this.written <= this.capacity || written === 0 || written === this.written;
  }

  /** What was written so far stands for all of it, as long as it is kept. */
  snapshot(): number {
    return this.written;
  }

  /** Forgets what was written later. */
  restore(written: unknown): void {
    this.written = written as number;
  }

  #grow(): void {
    try {
      this.#enlarge(Math.min(this.capacity, this.#room * 2));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Error(
        unsaid('There is no memory for {steps} steps in the replay buffer; a smaller replay size may help.', {
          steps: this.#room * 2,
        }),
        { cause: error },
      );
    }
  }

  #enlarge(room: number): void {
    const longer = (old: Float32Array, width: number): Float32Array => {
      const array = new Float32Array(room * width);
      array.set(old);
      return array;
    };
    const observation = longer(this.observation, this.observationSize);
    const nextObservation = longer(this.nextObservation, this.observationSize);
    const action = longer(this.action, this.actionSize);
    const reward = longer(this.reward, 1);
    const ending = new Uint8Array(room);
    ending.set(this.ending);
    Object.assign(this, { observation, nextObservation, action, reward, ending });
    this.#room = room;
  }
}
