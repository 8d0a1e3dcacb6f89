import { say } from '../copy/say.ts';

interface PageSummaryProps {
  readonly here: string;
  readonly turn: string;
  /** What stands now, as said. */
  readonly now: string;
  readonly hint: string;
}

/** What who does not see a page hears first, as on the playground: what is here, what can be turned, what stands now, and one hint. */
export function PageSummary({ here, turn, now, hint }: PageSummaryProps) {
  return (
    <section className="visually-hidden" aria-label={say('Summary')}>
      <p>{here}</p>
      <p>{turn}</p>
      <p>{now}</p>
      <p>{hint}</p>
    </section>
  );
}
