import { createStore } from 'zustand/vanilla';
import { decodeLink, encodeLink } from '../config/link.ts';
import { MAX_CHANGES, settingsAt, type PlaygroundConfig } from '../config/playground-config.ts';
import { isPhysicsKind, makePicture, physicsTasks, type TaskKind } from '../environments/registry.ts';
import type { Picture } from '../environments/picture.ts';
import { Columns } from './columns.ts';
import { createConditionStore } from './condition-store.ts';
import { withoutChanges } from './edits.ts';
import { firstLayer, firstState } from './first-look.ts';
import { Playback, type Rest } from './playback.ts';
import type { RecordedEpisode } from './recording.ts';
import { Recordings } from './recordings.ts';
import type { Run } from './run.ts';
import { createSaidStore } from './said-store.ts';
import type { Signal } from './signal.ts';
import { createViewStore, type View } from './view-store.ts';

/** The application without React: what is trained, where we look, what holds and what was said; the columns, and who owns time. */
export class Playground {
  readonly config = createStore<PlaygroundConfig>(() => decodeLink('').config);
  readonly view = createViewStore();
  readonly condition = createConditionStore();
  readonly said = createSaidStore();
  readonly playback: Playback;
  readonly #columns: Columns;
  readonly #recordings: Recordings;
  #picture: { readonly key: string; readonly picture: Picture } | null = null;

  constructor() {
    this.#columns = new Columns(() => {
      this.#updateStatus();
      this.playback.wake();
    });
    this.#recordings = new Recordings(() => {
      this.roster.ring();
      for (const run of this.runs) run.changed.ring();
    });
    this.playback = new Playback({
      runs: () => this.runs,
      speed: () => this.view.getState().speed,
      stop: () => this.config.getState().stop,
      rested: (why, wanted) => this.#rested(why, wanted),
    });
  }

  get runs(): readonly Run[] {
    return this.#columns.runs;
  }

  /** Rings when any column shows something new. */
  get changed(): Signal {
    return this.#columns.changed;
  }

  /** Rings when columns come, go or change places. */
  get roster(): Signal {
    return this.#columns.roster;
  }

  /** The state whose plan is shown: under the pointer, pinned, or the first one to look at. */
  get lookedAt(): number {
    const { hovered, pinned, layer } = this.view.getState();
    return hovered ?? pinned ?? firstState(this.picture, layer);
  }

  /** What is drawn of the config's world, made once. */
  get picture(): Picture {
    const { kind, parameters } = this.config.getState().world;
    const key = JSON.stringify([kind, parameters]);
    if (this.#picture?.key !== key) this.#picture = { key, picture: makePicture(kind, parameters) };
    return this.#picture.picture;
  }

  /** What was recorded of the physics task that is open; null while, or where, there is nothing. */
  get recorded(): RecordedEpisode | null {
    return this.#recordings.of(this.config.getState().world.kind);
  }

  /** What value maps span, in all columns alike. */
  get valueDomain(): readonly [number, number] {
    return this.#columns.valueDomain;
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

  /** The iteration that is shown. */
  get iteration(): number {
    return this.#columns.iteration;
  }

  /** The last iteration of which anything is known. */
  get reached(): number {
    return this.#columns.reached;
  }

  /** Opens what a fragment describes, whatever it says. */
  openLink(fragment: string, autoplay: boolean): void {
    const { config, problems } = decodeLink(fragment);
    this.open(config, autoplay);
    this.said.setState({ problems });
  }

  /** Opens a config from its start. */
  open(config: PlaygroundConfig, autoplay: boolean): void {
    this.playback.pause();
    const same = isSame(this.config.getState().world, config.world);
    this.config.setState(config, true);
    this.said.setState({ problems: [] });
    this.view.setState({ hovered: null, ...(same ? {} : this.#firstView()) });
    this.#reconcile(0);
    if (config.play && autoplay && config.stop !== 0) this.play();
  }

  /** Takes an edited config: columns that are what they were go on, the others are opened anew. */
  edit(change: (config: PlaygroundConfig, at: number) => PlaygroundConfig): void {
    const before = this.config.getState();
    const at = this.playback.hold();
    const after = change(before, at);
    if (after === before) {
      if (before.changes.length >= MAX_CHANGES) {
        this.#announce(
          `${MAX_CHANGES} live changes are recorded, the most that a link can hold. Reset and fold them to change more.`,
        );
      }
      return;
    }
    this.config.setState(after, true);
    if (!isSame(before.world, after.world)) this.view.setState(this.#firstView());
    const sameProblem = isSame([before.seed, before.world, before.training], [after.seed, after.world, after.training]);
    this.#reconcile(sameProblem ? at : 0);
  }

  /** Looks elsewhere: no number changes. */
  look(view: Partial<View>): void {
    this.view.setState(view);
    if (['slice', 'rest', 'hovered', 'pinned'].some((key) => key in view)) this.#showSlice();
  }

  /** The reader has seen what was said of the link. */
  understood(): void {
    this.said.setState({ problems: [] });
  }

  play(): void {
    this.condition.setState({ status: 'playing' });
    this.said.setState({ announcement: 'Playing.', plain: true });
    this.playback.play();
  }

  pause(): void {
    this.playback.pause();
    // an iteration that is on its way may take seconds; the button answers at once
    this.#updateStatus();
  }

  togglePlay(): void {
    if (this.condition.getState().status === 'playing') this.pause();
    else this.play();
  }

  /** Goes to an iteration and stays there. */
  goTo(iteration: number): void {
    this.playback.goTo(Math.max(0, iteration));
    this.#announce(`Iteration ${Math.max(0, iteration)}.`);
  }

  stepBy(count: number): void {
    this.goTo(this.playback.target + count);
  }

  /** Back to the start of the same run: same seed, same changes at the same iterations. */
  reset(): void {
    this.playback.goTo(0, true);
    this.#announce('Iteration 0.');
  }

  forgetChanges(): void {
    this.edit(withoutChanges);
  }

  /** A column's settings at the iteration that is shown. */
  settings(index: number): ReturnType<typeof settingsAt> {
    const config = this.config.getState();
    return settingsAt(config, config.runs[index]!, index, this.playback.target);
  }

  /** Opens a failed column anew and walks it to where the others are. */
  restart(index: number): void {
    this.#columns.restart(index, this.playback.target);
    this.#updateStatus();
  }

  /** The fragment that reproduces what is seen. */
  link(): string {
    return encodeLink(this.config.getState());
  }

  /** Where we look at first in a world. */
  #firstView(): Partial<View> {
    return { pinned: null, hovered: null, layer: firstLayer(this.picture), slice: 0, component: 0, rest: [] };
  }

  /** Tells the runs of a physics task what is looked at. */
  #showSlice(): void {
    if (this.task === 'table') return;
    const { slice, rest } = this.view.getState();
    this.#columns.showSlice({ slice, rest, state: this.lookedAt });
  }

  #announce(announcement: string): void {
    this.said.setState({ announcement, plain: false });
  }

  #reconcile(iteration: number): void {
    const config = this.config.getState();
    this.#columns.reconcile(config, iteration);
    if (this.playback.target !== iteration || iteration === 0) this.playback.restart(iteration);
    this.#showSlice();
    void this.#recordings.fetch(config.world.kind, this.picture);
    this.#updateStatus();
    this.roster.ring();
    this.changed.ring();
    this.playback.wake();
  }

  #updateStatus(): void {
    const failed = this.runs.every((run) => run.status === 'failed');
    const opening = this.runs.some((run) => run.status === 'opening');
    const status = failed ? 'failed' : opening ? 'opening' : this.playback.playing ? 'playing' : 'ready';
    if (status !== this.condition.getState().status) this.condition.setState({ status });
  }

  #rested(why: Rest, wanted: number): void {
    this.#updateStatus();
    const at = this.playback.target;
    if (why === 'settled')
      this.#announce(`Finished: at iteration ${at} every column stands still; no further step would move mass.`);
    else if (why === 'lost')
      this.#announce(
        `Iteration ${wanted} is out of reach: what it was learned from has left the replay buffer. Reset trains again from the start; a larger replay size reaches farther back.`,
      );
    else if (why === 'stop') this.#announce(`Paused at iteration ${at}, as the link asks.`);
    else if (this.said.getState().plain) this.#announce(`Paused at iteration ${at}.`);
    for (const run of this.runs) if (run.status === 'ready' && run.digest === null) void run.fetchDigest();
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
