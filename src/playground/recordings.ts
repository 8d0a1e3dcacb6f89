import type { Picture } from '../environments/picture.ts';
import type { WorldKind } from '../environments/registry.ts';
import type { RecordedEpisode } from './recording.ts';

/** What was recorded of the physics task that is open, fetched once for as long as it is. */
export class Recordings {
  #open: { readonly kind: WorldKind; readonly episode: RecordedEpisode | null } | null = null;
  readonly #came: () => void;

  /** @param came called when a recording has come */
  constructor(came: () => void) {
    this.#came = came;
  }

  /** Null while, or where, there is nothing. */
  of(kind: WorldKind): RecordedEpisode | null {
    return this.#open?.kind === kind ? this.#open.episode : null;
  }

  async fetch(kind: WorldKind, picture: Picture): Promise<void> {
    if (picture.kind === 'table' || this.#open?.kind === kind) return;
    this.#open = { kind, episode: null };
    const { fetchEpisode } = await import('./recording.ts');
    const episode = await fetchEpisode(kind, picture.world.variables.length);
    if (episode === null || this.#open.kind !== kind) return;
    this.#open = { kind, episode };
    this.#came();
  }
}
