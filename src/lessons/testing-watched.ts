import { decodeLink } from '../config/link.ts';
import { MEASURES } from '../training/measure.ts';
import { openedSession } from '../training/nets/testing-backend.ts';
import { watchedRows, type Watched } from './facts.ts';

/** The columns of a link after so many iterations, as a page would show them. */
export async function watch(link: string, iterations: number): Promise<readonly Watched[]> {
  const { config, problems } = decodeLink(link);
  if (problems.length > 0) throw new Error(problems.join(' '));
  const all: Watched[] = [];
  for (let column = 0; column < config.runs.length; column += 1) {
    const session = await openedSession(link, column);
    const { row } = session.frame();
    const frame = iterations === 0 ? session.frame() : session.advance(iterations);
    const rows = new Float64Array(MEASURES + (iterations === 0 ? 0 : frame.rows.length));
    rows.set(row);
    if (iterations > 0) rows.set(frame.rows, MEASURES);
    all.push(watchedRows(frame, rows));
    session.close();
  }
  return all;
}
