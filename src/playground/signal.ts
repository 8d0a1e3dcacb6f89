/** A bell: whoever subscribed is called when it rings. What changes every frame goes through it, past the stores. */
export class Signal {
  readonly #listeners = new Set<() => void>();

  /** @returns how to stop listening */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ring(): void {
    for (const listener of this.#listeners) listener();
  }
}
