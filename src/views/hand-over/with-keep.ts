import type { Playground } from '../../playground/playground.ts';
import type { Verdict } from '../../playground/reproduction.ts';
import { loadPart } from '../../worker/part.ts';
import type * as Keep from './keep.ts';

/** Fetches what keeps and opens runs, does something with it, and shows the sentence that comes of it. */
export async function withKeep(
  playground: Playground,
  act: (keep: typeof Keep) => Promise<Verdict | null>,
): Promise<void> {
  try {
    const keep = await loadPart(
      () => import('./keep.ts'),
      (address) => import(/* @vite-ignore */ address),
    );
    const note = await act(keep);
    if (note !== null) playground.said.setState({ note });
  } catch (error) {
    playground.said.setState({ note: { same: false, says: error instanceof Error ? error.message : String(error) } });
  }
}
