import { createStore } from 'zustand/vanilla';

/** What a map shows. */
export type Heat = 'policy' | 'change' | 'value';
/** What the charts' x-axis counts. */
export type TimeAxis = 'iteration' | 'steps' | 'elapsed';
/** What stands beside the plan's matrix. */
export type PlanSide = 'flows' | 'scores' | 'cost';
type Status = 'opening' | 'ready' | 'playing' | 'failed';

/** Where we look: nothing here changes a number, and nothing here is in the link. */
export interface View {
  readonly status: Status;
  /** Iterations per second; Infinity is as fast as possible. */
  readonly speed: number;
  readonly pinned: number | null;
  readonly hovered: number | null;
  /** Option drawn of each layer of the lattice. */
  readonly layer: readonly number[];
  /** Where a slice of a physics task leaves the variables that it does not show; empty for the task's own rest. */
  readonly rest: readonly number[];
  readonly heat: Heat;
  readonly planSide: PlanSide;
  readonly timeAxis: TimeAxis;
  readonly logTime: boolean;
  /** Which episode scenes play, and how many times faster than real time. */
  readonly episode: 'latest' | 'best';
  readonly rate: number;
  /** Column shown on a narrow page; −1 is the page that compares all. */
  readonly page: number;
  /** Sentences about the link that was opened. */
  readonly problems: readonly string[];
  /** What a screen reader is told: deliberate steps, pauses, the end. */
  readonly announcement: string;
}

export const SPEEDS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 500, Infinity];

const initialView: View = {
  status: 'opening',
  speed: 5,
  pinned: null,
  hovered: null,
  layer: [],
  rest: [],
  heat: 'policy',
  planSide: 'flows',
  timeAxis: 'iteration',
  logTime: false,
  episode: 'latest',
  rate: 1,
  page: -1,
  problems: [],
  announcement: '',
};

export const createViewStore = () => createStore<View>(() => initialView);
