import { createStore } from 'zustand/vanilla';
import type { MethodKind } from '../methods/registry.ts';
import type { History } from './history.ts';

/** A column of a run that was kept: its name, its method, its measures. */
interface ReferenceColumn {
  readonly name: string;
  readonly method: MethodKind;
  readonly history: History;
}

/** A run that was kept, drawn grey behind what is learned now. */
export interface ReferenceRun {
  readonly id: string;
  /** By which its lines are told apart: A, B, C. */
  readonly letter: string;
  readonly name: string;
  readonly columns: readonly ReferenceColumn[];
}

/** Most runs that are drawn behind the live ones. */
const MOST_REFERENCES = 3;

const LETTERS = ['A', 'B', 'C'] as const;

export const createReferenceStore = () => createStore<readonly ReferenceRun[]>(() => []);

/** With one more run, under a letter that is free; where there is no room, the one that has been there longest goes. */
export function withReference(
  references: readonly ReferenceRun[],
  run: Omit<ReferenceRun, 'letter'>,
): readonly ReferenceRun[] {
  const others = references.filter(({ id }) => id !== run.id).slice(1 - MOST_REFERENCES);
  const letter = LETTERS.find((free) => others.every((other) => other.letter !== free))!;
  return [...others, { ...run, letter }];
}
