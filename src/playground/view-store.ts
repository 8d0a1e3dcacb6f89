import { createStore } from 'zustand/vanilla';

/** What a map shows. */
export type Heat = 'policy' | 'change' | 'value';
/** What the charts' x-axis counts. */
export type TimeAxis = 'iteration' | 'steps' | 'elapsed';
/** What stands beside the plan's matrix. */
export type PlanSide = 'flows' | 'scores' | 'cost';

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
  readonly planSide: PlanSide;
  readonly timeAxis: TimeAxis;
  readonly logTime: boolean;
  /** Which episode scenes play, and how many times faster than real time. */
  readonly episode: 'latest' | 'best';
  readonly rate: number;
  /** Column shown on a narrow page; −1 is the page that compares all. */
  readonly page: number;
}

export const SPEEDS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 500, Infinity];

const initialView: View = {
  speed: 5,
  pinned: null,
  hovered: null,
  layer: [],
  slice: 0,
  component: 0,
  rest: [],
  heat: 'policy',
  planSide: 'flows',
  timeAxis: 'iteration',
  logTime: false,
  episode: 'latest',
  rate: 1,
  page: -1,
};

export const createViewStore = () => createStore<View>(() => initialView);
