/** One part of an update. */
interface Beat {
  readonly name: string;
  readonly text: string;
}

/** The parts of an update, in order. */
export const beats: readonly Beat[] = [
  { name: 'returns', text: 'The old policy is valued: the maps show what is expected from each state on.' },
  { name: 'advantages', text: 'At this state each action is better or worse than the old policy’s mean.' },
  {
    name: 'the price',
    text: 'The dual is least where the cost of the step meets what the state may spend: that is β.',
  },
  { name: 'mass moves', text: 'Probability goes where the gain is worth the price.' },
  { name: 'the new policy', text: 'All states at once: the maps show what has changed.' },
];

/** What is drawn in a part, whatever the reader had chosen. */
export const BEAT = { returns: 0, advantages: 1, price: 2, moving: 3, policy: 4 } as const;

/** The part after another; after the last the whole. */
export function nextBeat(beat: number | null): number | null {
  if (beat === null) return 0;
  return beat + 1 < beats.length ? beat + 1 : null;
}
