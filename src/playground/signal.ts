/** A bell: whoever subscribed is called when it rings. What changes every frame goes through it, past the stores. */
export class Signal {
  readonly #listeners = new Set<() => void>();

  /** @returns how to stop listening */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ring(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        // one that fails is reported as a fault of the page, and does not keep the others from being called
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
