import type { Frame } from '../training/frame.ts';

/** Most bytes that a run's trail may take. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A policy that was shown. */
interface Kept {
  readonly iteration: number;
  /** π [S·N] */
  readonly policy: Float32Array;
}

/**
 * The policies of the frames that were shown, oldest first: a state's walk through its simplex. Memory is bounded: when it is full every
 * second one is let go, and from then on they are kept half as densely, the newest always. Of finite worlds only: slices come and go.
 */
export class Trail {
  #kept: Kept[] = [];
  /** Iterations that two kept ones are apart, at least. */
  #gap = 0;
  readonly #mostBytes: number;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get length(): number {
    return this.#kept.length;
  }

  /** Iteration of the policy at a position. */
  iteration(position: number): number {
    return this.#kept[position]!.iteration;
  }

  /** Writes one state's row [N] of the policy at a position. */
  row(position: number, state: number, out: Float64Array): void {
    const { policy } = this.#kept[position]!;
    for (let a = 0; a < out.length; a += 1) out[a] = policy[state * out.length + a]!;
  }

  /** Keeps a frame's policy; one that is not later than the newest is here already, or was let go. */
  add(frame: Frame): void {
    if (frame.kind !== 'table') return;
    const kept = this.#kept;
    if (kept.length > 0 && frame.iteration <= kept.at(-1)!.iteration) return;
    // the newest stands in for its neighbours until one comes that is far enough
    if (kept.length > 1 && kept.at(-1)!.iteration - kept.at(-2)!.iteration < this.#gap) kept.pop();
    const most = Math.max(2, Math.floor(this.#mostBytes / (4 * frame.policy.length)));
    if (kept.length >= most) {
      this.#kept = kept.filter((_, n) => n % 2 === 0);
      this.#gap = this.#kept.length > 1 ? this.#kept.at(-1)!.iteration - this.#kept.at(-2)!.iteration : 0;
    }
    this.#kept.push({ iteration: frame.iteration, policy: Float32Array.from(frame.policy) });
  }

  /** Forgets what is later than an iteration. */
  truncate(iteration: number): void {
    this.#kept = this.#kept.filter((kept) => kept.iteration <= iteration);
  }
}
