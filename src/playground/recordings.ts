import type { Picture } from '../environments/picture.ts';
import type { WorldKind } from '../environments/registry.ts';
import type { Recorded } from './recording.ts';

/** What was recorded of the physics task that is open, fetched once for as long as it is. */
export class Recordings {
  #open: { readonly kind: WorldKind; readonly recorded: Recorded | null | undefined } | null = null;
  readonly #came: () => void;

  /** @param came called when a recording has come, or is known not to */
  constructor(came: () => void) {
    this.#came = came;
  }

  /** Undefined while it is awaited, null where there is none. */
  of(kind: WorldKind): Recorded | null | undefined {
    return this.#open?.kind === kind ? this.#open.recorded : null;
  }

  async fetch(kind: WorldKind, picture: Picture): Promise<void> {
    if (picture.kind === 'table' || this.#open?.kind === kind) return;
    this.#open = { kind, recorded: undefined };
    const { length } = picture.world.variables;
    const recorded = await import('./recording.ts').then(
      ({ fetchRecorded }) => fetchRecorded(kind, length),
      () => null,
    );
    if (this.#open.kind !== kind) return;
    this.#open = { kind, recorded };
    this.#came();
  }
}
