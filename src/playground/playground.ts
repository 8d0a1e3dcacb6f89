import { createStore } from 'zustand/vanilla';
import { decodeLink, encodeLink } from '../config/link.ts';
import { MAX_CHANGES, settingsAt, type PlaygroundConfig } from '../config/playground-config.ts';
import { isPhysicsKind, makePicture, physicsTasks, taskOf, type TaskKind } from '../environments/registry.ts';
import type { Picture } from '../environments/picture.ts';
import { sessionConfig } from '../training/session-config.ts';
import type { SessionConfig } from '../training/session.ts';
import { withoutChanges } from './edits.ts';
import { continues } from './continues.ts';
import { firstLayer, firstState } from './first-look.ts';
import { Playback, type Rest } from './playback.ts';
import type { RecordedEpisode } from './recording.ts';
import { Run } from './run.ts';
import { Signal } from './signal.ts';
import { createViewStore, type View } from './view-store.ts';

/** The application without React: two stores, the columns, and who owns time. */
export class Playground {
  readonly config = createStore<PlaygroundConfig>(() => decodeLink('').config);
  readonly view = createViewStore();
  /** Rings when any column shows something new. */
  readonly changed = new Signal();
  /** Rings when columns come, go or change places. */
  readonly roster = new Signal();
  readonly playback: Playback;
  /** Scenes' fragments, written as the page writes them. */
  readonly #scenes = new Map<string, string>();
  #recorded: { readonly kind: string; readonly episode: RecordedEpisode | null } | null = null;
  #runs: Run[] = [];
  #world: { readonly key: string; readonly world: Picture } | null = null;

  constructor() {
    this.playback = new Playback({
      runs: () => this.#runs,
      speed: () => this.view.getState().speed,
      stop: () => this.config.getState().stop,
      rested: (why, wanted) => this.#rested(why, wanted),
    });
  }

  /** The state whose plan is shown: under the pointer, pinned, or the first one to look at. */
  get lookedAt(): number {
    const { hovered, pinned } = this.view.getState();
    return hovered ?? pinned ?? firstState(this.world, this.view.getState().layer);
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** What is drawn of the config's world, made once. */
  get world(): Picture {
    const { kind, parameters } = this.config.getState().world;
    const key = JSON.stringify([kind, parameters]);
    if (this.#world?.key !== key) this.#world = { key, world: makePicture(kind, parameters) };
    return this.#world.world;
  }

  /** What was recorded of the physics task that is open; null while, or where, there is nothing. */
  get recorded(): RecordedEpisode | null {
    const { kind } = this.config.getState().world;
    return this.#recorded?.kind === kind ? this.#recorded.episode : null;
  }

  /** What value maps span, in all columns alike. */
  get valueDomain(): readonly [number, number] {
    const domains = this.#runs.filter((run) => run.frame !== null).map((run) => run.valueDomain);
    if (domains.length === 0) return [0, 1];
    return [Math.min(...domains.map(([low]) => low)), Math.max(...domains.map(([, high]) => high))];
  }

  /** The return at which a physics task counts as solved; null in a finite world, whose optimum is known. */
  get solved(): number | null {
    const { kind } = this.config.getState().world;
    return isPhysicsKind(kind) ? physicsTasks[kind].solved : null;
  }

  /** What is trained in the config's world. */
  get task(): TaskKind {
    return taskOf(this.config.getState().world.kind);
  }

  /** The iteration that is shown. */
  get iteration(): number {
    return this.#runs.find((run) => run.status === 'ready')?.iteration ?? 0;
  }

  /** The last iteration of which anything is known. */
  get reached(): number {
    return Math.max(0, ...this.#runs.map((run) => run.history.latest('iteration') || 0));
  }

  /** Opens what a fragment describes, whatever it says. */
  openLink(fragment: string, autoplay: boolean): void {
    const { config, problems } = decodeLink(fragment);
    this.open(config, autoplay);
    this.look({ problems });
  }

  /** Opens a config from its start. */
  open(config: PlaygroundConfig, autoplay: boolean): void {
    this.playback.pause();
    const old = this.config.getState().world;
    const same = JSON.stringify(old) === JSON.stringify(config.world);
    this.config.setState(config, true);
    const { pinned, layer, rest } = this.view.getState();
    this.look({
      problems: [],
      hovered: null,
      pinned: same ? pinned : null,
      layer: same ? layer : firstLayer(this.world),
      rest: same ? rest : [],
    });
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
    const sameProblem =
      JSON.stringify([before.seed, before.world, before.training]) ===
      JSON.stringify([after.seed, after.world, after.training]);
    if (JSON.stringify(before.world) !== JSON.stringify(after.world)) {
      this.look({ pinned: null, hovered: null, layer: firstLayer(this.world), rest: [] });
    }
    this.#reconcile(sameProblem ? at : 0);
  }

  look(view: Partial<View>): void {
    this.view.setState(view);
    if (['layer', 'rest', 'hovered', 'pinned'].some((key) => key in view)) this.#lookTogether();
  }

  play(): void {
    this.look({ status: 'playing', announcement: 'Playing.' });
    this.playback.play();
  }

  pause(): void {
    this.playback.pause();
    // an iteration that is on its way may take seconds; the button answers at once
    this.#updateStatus();
  }

  togglePlay(): void {
    if (this.view.getState().status === 'playing') this.pause();
    else this.play();
  }

  /** Goes to an iteration and stays there. */
  goTo(iteration: number): void {
    this.playback.goTo(Math.max(0, iteration));
    this.look({ announcement: `Iteration ${Math.max(0, iteration)}.` });
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
  async restart(index: number): Promise<void> {
    const run = this.#runs[index];
    if (run === undefined) return;
    const opening = run.open(run.config, this.playback.target);
    this.#updateStatus();
    await opening;
    this.#updateStatus();
    this.playback.wake();
  }

  /** The fragment that reproduces what is seen. */
  link(): string {
    return encodeLink(this.config.getState());
  }

  /** Whether what is shown is what a fragment describes, but for how it is opened and where it pauses. */
  isScene(fragment: string): boolean {
    const bare = (config: PlaygroundConfig): string => encodeLink({ ...config, play: true, stop: null });
    const known = this.#scenes.get(fragment) ?? bare(decodeLink(fragment).config);
    this.#scenes.set(fragment, known);
    return bare(this.config.getState()) === known;
  }

  /** Fetches what was recorded of a physics task, once for as long as it is open. */
  async #fetchRecorded(): Promise<void> {
    const { kind } = this.config.getState().world;
    const { physics } = this.world;
    if (physics === null || this.#recorded?.kind === kind) return;
    this.#recorded = { kind, episode: null };
    const { fetchEpisode } = await import('./recording.ts');
    const episode = await fetchEpisode(kind, physics.variables.length);
    if (episode === null || this.#recorded.kind !== kind) return;
    this.#recorded = { kind, episode };
    this.roster.ring();
    for (const run of this.#runs) run.changed.ring();
  }

  /** Tells the runs of a physics task what is looked at. */
  #lookTogether(): void {
    if (this.task === 'table') return;
    const { layer, rest } = this.view.getState();
    for (const run of this.#runs) run.look(layer[0] ?? 0, this.lookedAt, rest);
  }

  #announce(announcement: string): void {
    this.look({ announcement });
  }

  #reconcile(iteration: number): void {
    const config = this.config.getState();
    const wanted = config.runs.map((_, index) => sessionConfig(config, index));
    const old = [...this.#runs];
    const take = (fits: (run: Run) => boolean): Run | undefined => {
      const place = old.findIndex((run) => run.status !== 'failed' && fits(run));
      return place < 0 ? undefined : old.splice(place, 1)[0];
    };
    // first the columns that go on, then new ones, in the workers that are left over
    const kept = wanted.map((own) =>
      take((run) => continues(run.config, own, iteration) && (iteration > 0 || run.iteration === 0)),
    );
    this.#runs = wanted.map((own, index) => {
      const run = kept[index];
      if (run === undefined) return this.#opened(take(() => true) ?? this.#newRun(own), own, iteration);
      if (JSON.stringify(run.config.changes) !== JSON.stringify(own.changes)) void run.setChanges(own.changes);
      return run;
    });
    for (const run of old) run.close();
    if (this.playback.target !== iteration || iteration === 0) this.playback.restart(iteration);
    this.#lookTogether();
    void this.#fetchRecorded();
    this.#updateStatus();
    this.roster.ring();
    this.changed.ring();
    this.playback.wake();
  }

  #newRun(config: SessionConfig): Run {
    const run = new Run(config);
    run.changed.subscribe(() => {
      if (run.status !== 'ready') this.#updateStatus();
      this.changed.ring();
    });
    return run;
  }

  #opened(run: Run, config: SessionConfig, iteration: number): Run {
    void run.open(config, iteration).then(() => {
      this.#updateStatus();
      this.playback.wake();
    });
    return run;
  }

  #updateStatus(): void {
    const failed = this.#runs.every((run) => run.status === 'failed');
    const opening = this.#runs.some((run) => run.status === 'opening');
    const status = failed ? 'failed' : opening ? 'opening' : this.playback.playing ? 'playing' : 'ready';
    if (status !== this.view.getState().status) this.look({ status });
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
    else if (this.view.getState().announcement === 'Playing.') this.#announce(`Paused at iteration ${at}.`);
    for (const run of this.#runs) if (run.status === 'ready' && run.digest === null) void run.fetchDigest();
  }
}
