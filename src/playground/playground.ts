import { say } from '../copy/say.ts';
import { decodeLink, encodeLink } from '../config/link.ts';
import type { Proof } from '../config/moment.ts';
import { MAX_CHANGES, settingsAt, type PlaygroundConfig } from '../config/playground-config.ts';
import { sceneOf } from '../config/scenes.ts';
import { askAtRest } from './at-rest.ts';
import { Columns } from './columns.ts';
import { createConditionStore, statusOf } from './condition-store.ts';
import { firstView, isSame, opensAt } from './first-look.ts';
import { keepSpeed } from './kept-speed.ts';
import { momentOf, momentView } from './moment-view.ts';
import { Playback, type Rest } from './playback.ts';
import { createReferenceStore } from './reference-store.ts';
import type { Witness } from './reproduction.ts';
import { restSentence, updateSentence } from './rest-sentence.ts';
import type { Recorded } from './recording.ts';
import { Recordings } from './recordings.ts';
import type { Run } from './run.ts';
import { createSaidStore } from './said-store.ts';
import { ShownWorld } from './shown-world.ts';
import type { Signal } from './signal.ts';
import { Undo } from './undo.ts';
import type { View } from './view-store.ts';
import { loadPart } from '../worker/part.ts';

const FULL = '{most} live changes are recorded, the most that a link can hold. Reset and fold them to change more.';

/** The application without React: what is trained, where we look, what holds and what was said; the columns, and who owns time. */
export class Playground extends ShownWorld {
  readonly condition = createConditionStore();
  readonly said = createSaidStore();
  /** Runs that were kept, behind the live ones. */
  readonly references = createReferenceStore();
  readonly playback: Playback;
  readonly undoing = new Undo<PlaygroundConfig>(() => performance.now());
  readonly #columns: Columns;
  readonly #recordings: Recordings;
  /** The state that a physics task was asked to show last. */
  #shown = -1;
  /** Whether settings were turned while it stands, so that the next update is worth showing. */
  #turned = false;
  /** What this run should come to, until that is known or the run is another. */
  #witness: Witness | Proof | null = null;

  constructor() {
    super();
    keepSpeed(this.view);
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
      // a physics task goes as fast as the computer can
      speed: () => (this.task === 'table' ? this.view.getState().speed : Infinity),
      stop: () => this.config.getState().stop,
      rested: (why, wanted) => this.#rested(why, wanted),
    });
    this.changed.subscribe(() => this.task !== 'table' && this.lookedAt !== this.#shown && this.#showSlice());
  }

  get runs(): readonly Run[] {
    return this.#columns.runs;
  }

  /** `changed` rings when any column shows something new, `roster` when columns come, go or change places. */
  get changed(): Signal {
    return this.#columns.changed;
  }

  get roster(): Signal {
    return this.#columns.roster;
  }

  /** What was recorded of the physics task that is open; undefined while it is awaited, null where there is nothing. */
  get recorded(): Recorded | null | undefined {
    return this.#recordings.of(this.config.getState().world.kind);
  }

  /** What value maps span, in all columns alike. */
  get valueDomain(): readonly [number, number] {
    return this.#columns.valueDomain;
  }

  /** The iteration that is shown. */
  get iteration(): number {
    return this.#columns.iteration;
  }

  /** The last iteration of which anything is known. */
  get reached(): number {
    return this.#columns.reached;
  }

  /** Whether no column moves any mass any more. */
  get finished(): boolean {
    return this.#columns.finished;
  }

  /** The last iteration at which any column moves mass; null where that is not known. */
  get end(): number | null {
    return this.#columns.end;
  }

  /** Opens what a fragment describes, whatever it says. */
  openLink(fragment: string, autoplay: boolean): void {
    const { config, problems } = decodeLink(fragment);
    const missing = this.open(config, autoplay);
    this.said.setState({ problems: [...problems, ...missing] });
  }

  /** Opens a config at its moment, and compares what it comes to with a witness; gives sentences about what its world does not have. */
  open(config: PlaygroundConfig, autoplay: boolean, witness: Witness | null = null): readonly string[] {
    this.playback.pause();
    this.#witness = witness ?? config.moment.proof;
    const same = isSame(this.config.getState().world, config.world);
    this.undoing.forget();
    this.config.setState(config, true);
    this.said.setState({ problems: [], note: null });
    const { view, problems } = momentView(config.moment, this.picture);
    this.view.setState({
      hovered: null,
      scene: sceneOf(config)?.name ?? null,
      ...(same ? {} : firstView(this.picture)),
      ...view,
    });
    this.#turned = false;
    this.#reconcile(opensAt(config, autoplay));
    if (config.play && autoplay && config.stop !== 0) this.play();
    return problems;
  }

  /** Takes an edited config: columns that are what they were go on, the others are opened anew. */
  edit(change: (config: PlaygroundConfig, at: number) => PlaygroundConfig): void {
    const before = this.config.getState();
    const at = this.playback.hold();
    const after = change(before, at);
    if (after === before) {
      if (before.changes.length >= MAX_CHANGES) this.#announce(say(FULL, { most: MAX_CHANGES }));
      return;
    }
    this.undoing.note(before);
    this.#change(before, after, at);
  }

  /** Takes the last edit back; made again by `redo`. */
  undo(): void {
    this.#back(this.undoing.undo(this.config.getState()));
  }

  redo(): void {
    this.#back(this.undoing.redo(this.config.getState()));
  }

  #back(config: PlaygroundConfig | null): void {
    if (config === null) this.#announce(say('Nothing is left to take back.'));
    else this.#change(this.config.getState(), config, this.playback.hold());
  }

  #change(before: PlaygroundConfig, after: PlaygroundConfig, at: number): void {
    this.config.setState(after, true);
    this.#witness = null;
    if (!isSame(before.world, after.world)) {
      this.view.setState({
        ...firstView(this.picture),
        ...(before.world.kind === after.world.kind ? {} : { scene: null }),
      });
    }
    this.#turned = !this.playback.playing;
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

  /** Plays on; a run that stands still for good plays again from its start. */
  play(): void {
    this.#turned = false;
    this.view.setState({ hovered: null });
    if (this.finished && this.condition.getState().status === 'ready') this.playback.goTo(0);
    this.condition.setState({ status: 'playing' });
    this.said.setState({ announcement: say('Playing.'), plain: true });
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
    this.#announce(say('Update {at}.', { at: Math.max(0, iteration) }));
  }

  stepBy(count: number): void {
    this.view.setState({ hovered: null });
    this.goTo(this.playback.target + count);
  }

  /** Back to the start of the same run: same seed, same changes at the same iterations. */
  reset(): void {
    this.playback.goTo(0, true);
    this.#announce(say('Update {at}.', { at: 0 }));
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

  /** The fragment that reproduces what is seen, at this moment, with what whoever opens it compares. */
  link(proof: Proof | null = null, view = this.config.getState().view): string {
    const config = this.config.getState();
    const stands = this.condition.getState().status === 'ready';
    const moment = momentOf(config, this.view.getState(), this.picture, this.iteration, stands);
    return encodeLink({ ...config, view, moment: { ...moment, proof }, play: moment.k === null && config.play });
  }

  /** Tells the runs of a physics task what is looked at. */
  #showSlice(): void {
    if (this.task === 'table') return;
    const { slice, rest } = this.view.getState();
    this.#shown = this.lookedAt;
    this.#columns.showSlice({ slice, rest, state: this.#shown });
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
    const status = statusOf(this.runs, this.playback.playing);
    if (status !== this.condition.getState().status) this.condition.setState({ status });
  }

  #rested(why: Rest, wanted: number): void {
    this.#updateStatus();
    if (this.playback.playing) return; // Play was pressed while the last round was being told of
    const at = this.playback.target;
    // that it was paused goes without saying, but after what all could see
    if (why !== 'paused' || this.said.getState().plain) this.#announce(restSentence(why, at, wanted));
    else if (this.said.getState().announcement === say('Update {at}.', { at }))
      this.#announce(updateSentence(at, this.runs, this.picture, this.lookedAt, this.view.getState().slice));
    void askAtRest(this.runs, this.#turned, this.picture).then((reply) => {
      if (reply !== '' && !this.playback.playing) this.#announce(reply);
      return this.#compare().catch(() => undefined);
    });
  }

  /** Says whether this run is what it should be, as soon as that is known. */
  async #compare(): Promise<void> {
    const witness = this.#witness;
    if (witness === null || this.condition.getState().status !== 'ready') return;
    const { judge } = await loadPart(() => import('./reproduction.ts'));
    const note = judge(witness, this.standing, this.iteration, this.task !== 'table');
    if (note === null || witness !== this.#witness) return;
    this.#witness = null;
    this.said.setState({ note });
  }
}
