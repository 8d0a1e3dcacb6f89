import type { Claim, Verdict } from '../../claims/claim.ts';
import { say } from '../../copy/say.ts';
import { Rich } from '../rich.tsx';
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
      <h4>{say('Try it')}</h4>
      <p className="quiet">
        {say(
          'Fewer settings, updates and seeds of the same experiments, in this page. Its runs appear as rings in the picture above.',
        )}
      </p>
      {most > 1 && (
        <label className="seeds">
          {say('seeds')} <output>{seeds}</output>
          <input
            type="range"
            aria-label={say('seeds')}
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
          {say(
            status === 'done' || status === 'cancelled' ? 'Run again: about {n} seconds' : 'Try it: about {n} seconds',
            {
              n: about,
            },
          )}
        </button>{' '}
        <button type="button" onClick={trial.cancel} disabled={!running}>
          {say('Cancel')}
        </button>
      </p>
      <p className="try-progress">
        <progress value={done} max={Math.max(1, runs)} aria-label={say('runs that are done')} />{' '}
        {say(failed > 0 ? '{done} of {runs} runs, {failed} failed' : '{done} of {runs} runs', { done, runs, failed })}
      </p>
      <div className="try-told" role="status">
        {told !== null && (
          <>
            <p>
              <Rich
                of="Here: {word} {condition}."
                word={<VerdictWord word={told.verdict.word} />}
                values={{ condition: say(told.verdict.condition) }}
              />{' '}
              {committed !== null && agrees(told.verdict, committed)}
            </p>
            <p>{say(told.sentence)}</p>
            <ul className="verdict">
              {told.verdict.sentences.map((sentence) => (
                <li key={sentence}>{say(sentence)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {trial.picture?.panels.some(({ kind }) => kind === 'dots') === true && (
        <p className="quiet">{say('A whole ring: so here too. A dotted one: not so here.')}</p>
      )}
      {claim.experiments.some(({ small }) => small === null) && (
        <p className="quiet">{say('Networks, which take minutes, count here as they did in the whole experiment.')}</p>
      )}
    </section>
  );
}

function agrees(here: Verdict, committed: Verdict): string {
  if (here.word !== committed.word) return say('The whole experiment says otherwise.');
  return here.condition === committed.condition
    ? say('The whole experiment says the same.')
    : say('The whole experiment says: {condition}.', { condition: say(committed.condition) });
}
