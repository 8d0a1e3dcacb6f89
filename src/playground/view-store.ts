import { createStore } from 'zustand/vanilla';
import type { Follow, Heat, Panel } from '../config/moment.ts';

/** What the charts' x-axis counts. */
export type TimeAxis = 'iteration' | 'steps' | 'simulated' | 'elapsed';
/** What is drawn by hand beside the columns: the map, the cost of moves, or how a column's number goes over the updates. */
export type Editor =
  | { readonly kind: 'map' | 'cost' }
  | { readonly kind: 'schedule'; readonly column: number; readonly of: 'beta' | 'lambda' };

/** Where we look: nothing here changes a number. */
export interface View {
  /** Iterations per second; Infinity is as fast as possible. */
  readonly speed: number;
  readonly pinned: number | null;
  readonly hovered: number | null;
  /** Option drawn of each layer of a finite world's lattice. */
  readonly layer: readonly number[];
  /** Which slice of a physics task, which component of its actions, and where the variables are that it does not show; empty for the task's own rest. */
  readonly slice: number;
  readonly component: number;
  readonly rest: readonly number[];
  readonly heat: Heat;
  readonly panel: Panel;
  readonly follow: Follow;
  /** The scene that was opened last, by its name, whatever was changed in it since; null for a link of one's own. */
  readonly scene: string | null;
  /** The update that is marked, to be compared with; null without one. */
  readonly marked: number | null;
  /** The part of an update that is walked through: returns, advantages, price, moving mass, new policy; null for the whole. */
  readonly beat: number | null;
  /** Whether it is said in words why the state that is looked at changed. */
  readonly why: boolean;
  /** Whether the settings are open. */
  readonly drawer: boolean;
  /** What is being drawn; null for nothing. */
  readonly editor: Editor | null;
  /** The scene of a lesson that is open, as `kl.2`; null for none. */
  readonly lesson: string | null;
  /** The language of the page; null for the one that was chosen, or that of the reader's browser. */
  readonly lang: string | null;
  /** Whether the pictures that can be saved are listed. */
  readonly saving: boolean;
  /** β under the pointer in a picture of the path or the dual, shown in all of them; null where there is none. */
  readonly cursorBeta: number | null;
  /** Actions that the picture of the simplex shows, if the reader chose them; null for those whose probability changes most. */
  readonly face: readonly number[] | null;
  readonly timeAxis: TimeAxis;
  readonly logTime: boolean;
  /** Whether a physics task's recorded curves stand behind the live ones. */
  readonly recordedCurves: boolean;
  /** Measures that were chosen for the charts, from the first on; a chart without one shows its usual measure. */
  readonly charts: readonly string[];
  /** Whether all charts are in sight, and what they show can be chosen. */
  readonly moreCharts: boolean;
  /** Which episode scenes play, and how many times faster than real time. */
  readonly episode: 'latest' | 'best';
  readonly rate: number;
}

export const SPEEDS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 500, Infinity];

const initialView: View = {
  speed: 1,
  pinned: null,
  hovered: null,
  layer: [],
  slice: 0,
  component: 0,
  rest: [],
  heat: 'policy',
  panel: 'flow',
  follow: 'most',
  scene: null,
  marked: null,
  beat: null,
  why: false,
  drawer: false,
  editor: null,
  lesson: null,
  lang: null,
  saving: false,
  cursorBeta: null,
  face: null,
  timeAxis: 'iteration',
  logTime: false,
  recordedCurves: true,
  charts: [],
  moreCharts: false,
  episode: 'latest',
  rate: 1,
};

export const createViewStore = () => createStore<View>(() => initialView);
