import type { Claim, Verdict } from '../../claims/claim.ts';
import type { Trial } from './use-trial.ts';
import { VerdictWord } from './verdict.tsx';

interface TryItProps {
  readonly claim: Claim;
  readonly trial: Trial;
  readonly committed: Verdict | null;
}

/** Runs a smaller version here; its rings appear in the picture above as runs end. */
export function TryIt({ claim, trial, committed }: TryItProps) {
  const { status, seeds, most, seconds, runs, done, failed, told } = trial;
  const running = status === 'running';
  const about = Math.max(2, Math.round(seconds));
  return (
    <section className="try-it" data-small={status === 'done' ? 'done' : status}>
      <h4>Try it</h4>
      <p className="quiet">
        Fewer settings, updates and seeds of the same experiments, in this page. Its runs appear as rings in the picture
        above.
      </p>
      {most > 1 && (
        <label className="seeds">
          seeds <output>{seeds}</output>
          <input
            type="range"
            aria-label="seeds"
            min="1"
            max={most}
            value={seeds}
            disabled={running}
            onChange={({ target }) => trial.setSeeds(Number(target.value))}
          />
        </label>
      )}
      <p className="try-buttons">
        <button type="button" className="main" onClick={trial.start} disabled={running || status === 'waiting'}>
          {status === 'done' || status === 'cancelled' ? 'Run again' : 'Try it'}: about {about} seconds
        </button>{' '}
        <button type="button" onClick={trial.cancel} disabled={!running}>
          Cancel
        </button>
      </p>
      <p className="try-progress">
        <progress value={done} max={Math.max(1, runs)} aria-label="runs that are done" /> {done} of {runs} runs
        {failed > 0 && `, ${failed} failed`}
      </p>
      <div className="try-told" role="status">
        {told !== null && (
          <>
            <p>
              Here: <VerdictWord word={told.verdict.word} /> {told.verdict.condition}.{' '}
              {committed !== null && agrees(told.verdict, committed)}
            </p>
            <p>{told.sentence}</p>
            <ul className="verdict">
              {told.verdict.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {trial.picture?.panels.some(({ kind }) => kind === 'dots') === true && (
        <p className="quiet">A whole ring: so here too. A dotted one: not so here.</p>
      )}
      {claim.experiments.some(({ small }) => small === null) && (
        <p className="quiet">Networks, which take minutes, count here as they did in the whole experiment.</p>
      )}
    </section>
  );
}

function agrees(here: Verdict, committed: Verdict): string {
  if (here.word !== committed.word) return 'The whole experiment says otherwise.';
  return here.condition === committed.condition
    ? 'The whole experiment says the same.'
    : `The whole experiment says: ${committed.condition}.`;
}
