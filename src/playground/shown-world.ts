import { createStore } from 'zustand/vanilla';
import { columnNames } from '../config/column-names.ts';
import { decodeLink } from '../config/link.ts';
import type { PageView } from '../config/layout.ts';
import type { PlaygroundConfig } from '../config/playground-config.ts';
import type { Picture } from '../environments/picture.ts';
import { isPhysicsKind, physicsTasks, type TaskKind } from '../environments/registry.ts';
import { firstState, Pictures } from './first-look.ts';
import { Follower } from './most-moved.ts';
import type { Standing } from './reproduction.ts';
import type { Run } from './run.ts';
import { createViewStore } from './view-store.ts';

/** What is trained, where we look, and what that shows of the world. */
export abstract class ShownWorld {
  readonly config = createStore<PlaygroundConfig>(() => decodeLink('').config);
  readonly view = createViewStore();
  readonly #follower = new Follower();
  readonly #pictures = new Pictures();

  /** The columns, from left to right. */
  abstract get runs(): readonly Run[];

  /** The state whose update is shown: the one hovered last, the pinned one, the one that moved most, or the first one to look at. */
  get lookedAt(): number {
    const { hovered, pinned, layer, slice, follow } = this.view.getState();
    return (
      hovered ??
      pinned ??
      (follow === 'most' ? this.#follower.at(this.picture, layer, slice, this.runs) : firstState(this.picture, layer))
    );
  }

  /** What is drawn of the config's world, made once. */
  get picture(): Picture {
    const { kind, parameters } = this.config.getState().world;
    return this.#pictures.of(kind, parameters);
  }

  /** The return at which a physics task counts as solved; null in a finite world, whose optimum is known. */
  get solved(): number | null {
    const { kind } = this.config.getState().world;
    return isPhysicsKind(kind) ? physicsTasks[kind].solved : null;
  }

  /** What is trained in the config's world. */
  get task(): TaskKind {
    return this.picture.kind;
  }

  /** The columns as they stand. */
  get standing(): readonly Standing[] {
    const names = columnNames(this.config.getState().runs);
    return this.runs.map(({ digest, history }, n) => ({ name: names[n] ?? '', digest, history }));
  }

  /** Lays the page out anew: no number changes. */
  present(view: PageView): void {
    this.config.setState({ view });
  }
}
