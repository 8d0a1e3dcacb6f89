import { say } from '../../copy/say.ts';
import { decodeLink } from '../../config/link.ts';
import { sweepMeasures } from '../../sweeps/sweep-measures.ts';
import type { SweepMeasure } from '../../sweeps/sweep.ts';
import { Rich } from '../rich.tsx';
import { AxisEditor } from './axis-editor.tsx';
import { worldOf, type DraftAxis, type SweepDraft } from './draft.ts';

interface EditorProps {
  readonly draft: SweepDraft;
  readonly change: (draft: SweepDraft) => void;
}

/** Everything that a sweep file holds, to be written. */
export function Editor({ draft, change }: EditorProps) {
  const set = (part: Partial<SweepDraft>): void => change({ ...draft, ...part });
  const world = worldOf(draft.link);
  const kinds = decodeLink(draft.link.slice(draft.link.indexOf('#') + 1)).config.runs.map(({ method }) => method);
  const setAxis = (place: number, axis: DraftAxis): void =>
    set({ vary: draft.vary.map((one, n) => (n === place ? axis : one)) });
  const input = (label: string, key: 'seeds' | 'firstSeed' | 'iterations' | 'points' | 'share', title: string) => (
    <label title={say(title)}>
      <span>{say(label)}</span>
      <input
        className="typed few"
        inputMode="decimal"
        value={draft[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </label>
  );
  return (
    <div className="sweep-editor">
      <label className="line">
        <span>{say('title')}</span>
        <input className="typed" value={draft.title} onChange={({ target }) => set({ title: target.value })} />
      </label>
      <label className="line">
        <span>{say('link')}</span>
        <textarea
          rows={3}
          value={draft.link}
          spellCheck={false}
          translate="no"
          placeholder="world=chain&run=kl&run=wasserstein"
          onChange={({ target }) => set({ link: target.value.trim() })}
        />
      </label>
      <p className="quiet hint">
        <Rich
          of="What all runs have in common: a link of the playground. Each of its columns is a series of the charts. <open>Open it in the playground</open>, change it there, and paste its address here."
          open={(words) => <a href={`./index.html#${draft.link.slice(draft.link.indexOf('#') + 1)}`}>{words}</a>}
        />
      </p>
      <div className="axis-editors">
        {draft.vary.map((axis, place) => (
          <AxisEditor
            key={place}
            place={place}
            axis={axis}
            world={world}
            kinds={kinds}
            change={(changed) => setAxis(place, changed)}
            remove={() => set({ vary: draft.vary.filter((_, n) => n !== place) })}
          />
        ))}
        {draft.vary.length < 2 && (
          <button
            type="button"
            className="add-axis"
            onClick={() => set({ vary: [...draft.vary, freeAxis(draft.vary)] })}
          >
            {say(draft.vary.length === 0 ? 'Add an axis' : 'Add a second axis')}
          </button>
        )}
      </div>
      <div className="numbers">
        {input('seeds', 'seeds', 'How many runs there are of each setting, each with its own seed')}
        {input('first seed', 'firstSeed', 'The others follow it')}
        {input('iterations', 'iterations', 'Of every run')}
        {input('points kept', 'points', 'Of every curve, evenly spaced')}
        <label title={say('When a run counts as having arrived')}>
          <span>{say('goal')}</span>
          <select value={draft.goal} onChange={({ target }) => set({ goal: target.value as SweepDraft['goal'] })}>
            <option value="none">{say('none')}</option>
            <option value="gap">{say('distance to the optimum falls to a share of the first')}</option>
            <option value="final">{say('return within a share of the run’s own last')}</option>
          </select>
        </label>
        {draft.goal !== 'none' && input('share', 'share', 'Above 0 and below 1')}
      </div>
      <Measures chosen={draft.measures} choose={(measures) => set({ measures })} />
    </div>
  );
}

/** A second axis that does not set what the first does. */
function freeAxis(vary: readonly DraftAxis[]): DraftAxis {
  const taken = vary.some((axis) => axis.kind === 'key' && axis.key === 'gamma');
  return taken
    ? { kind: 'key', key: 'run.delta', values: '0.01 0.1' }
    : { kind: 'key', key: 'gamma', values: '0.9 0.95 0.99' };
}

interface MeasuresProps {
  readonly chosen: readonly SweepMeasure[];
  readonly choose: (measures: readonly SweepMeasure[]) => void;
}

/** What is kept of every run; the order of the list is that of the choice. */
function Measures({ chosen, choose }: MeasuresProps) {
  return (
    <details className="measures">
      <summary>
        {say('Measures')}{' '}
        {chosen.length === 0 ? (
          <span className="quiet">{say('none: at least one is wanted')}</span>
        ) : (
          <span className="quiet" translate="no">
            {chosen.join(', ')}
          </span>
        )}
      </summary>
      <div className="measure-list">
        {sweepMeasures
          .filter(({ key }) => key !== 'iteration')
          .map(({ key, label, unit }) => (
            <label key={key} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                onChange={({ target }) =>
                  choose(target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                }
              />{' '}
              {say(label)} {unit !== '' && <span className="quiet">({say(unit)})</span>}
            </label>
          ))}
      </div>
    </details>
  );
}
