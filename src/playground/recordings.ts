import type { Picture } from '../environments/picture.ts';
import type { WorldKind } from '../environments/registry.ts';
import type { Recorded } from './recording.ts';

/** What was recorded of the physics task that is open, fetched once for as long as it is. */
export class Recordings {
  #open: { readonly kind: WorldKind; readonly recorded: Recorded | null } | null = null;
  readonly #came: () => void;

  /** @param came called when a recording has come */
  constructor(came: () => void) {
    this.#came = came;
  }

  /** Null while, or where, there is nothing. */
  of(kind: WorldKind): Recorded | null {
    return this.#open?.kind === kind ? this.#open.recorded : null;
  }

  async fetch(kind: WorldKind, picture: Picture): Promise<void> {
    if (picture.kind === 'table' || this.#open?.kind === kind) return;
    this.#open = { kind, recorded: null };
    const { fetchRecorded } = await import('./recording.ts');
    const recorded = await fetchRecorded(kind, picture.world.variables.length);
    if (recorded === null || this.#open.kind !== kind) return;
    this.#open = { kind, recorded };
    this.#came();
  }
}
