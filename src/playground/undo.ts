/** Steps that can be taken back. */
const MOST = 100;
/** Milliseconds within which edits are one: a key that repeats is a single step. What a pointer drags is one however long it takes. */
const ONE = 700;

/** What was before each edit, and what was taken back. */
export class Undo<T> {
  #past: T[] = [];
  #future: T[] = [];
  #noted = -Infinity;
  #held = false;
  #drawn = false;
  readonly #now: () => number;

  /** @param now milliseconds on any clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** What would come back; undefined where nothing is left to take back. */
  get before(): T | undefined {
    return this.#past.at(-1);
  }

  /** What would be made again. */
  get after(): T | undefined {
    return this.#future.at(-1);
  }

  /** What comes next is a step of its own, however soon it comes. */
  seal(): void {
    this.#noted = -Infinity;
    this.#drawn = false;
  }

  /** A pointer went down: its edits are one step until it is let go. */
  hold(): void {
    this.#held = true;
    this.#drawn = false;
  }

  /** The pointer was let go; what it still hands on soon belongs to its step. */
  release(): void {
    if (this.#drawn) this.#noted = this.#now();
    this.#held = false;
    this.#drawn = false;
  }

  /** Notes what was before an edit that is made now. */
  note(before: T): void {
    const now = this.#now();
    const again = (this.#drawn || now - this.#noted < ONE) && this.#past.length > 0;
    this.#noted = now;
    this.#drawn = this.#held;
    this.#future = [];
    if (again) return;
    this.#past.push(before);
    if (this.#past.length > MOST) this.#past.shift();
  }

  /** What was before the last edit; null where nothing is left to take back. */
  undo(current: T): T | null {
    return this.#swap(this.#past, this.#future, current);
  }

  /** What was taken back last. */
  redo(current: T): T | null {
    return this.#swap(this.#future, this.#past, current);
  }

  /** Another run was opened: what was edited before is not its past. */
  forget(): void {
    this.#past = [];
    this.#future = [];
    this.#noted = -Infinity;
    this.#drawn = false;
  }

  #swap(from: T[], to: T[], current: T): T | null {
    const found = from.pop();
    this.#noted = -Infinity;
    this.#drawn = false;
    if (found === undefined) return null;
    to.push(current);
    return found;
  }
}
