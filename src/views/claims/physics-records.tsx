import { useEffect, useState } from 'react';
import { said } from '../../claims/evidence.ts';
import { methods } from '../../methods/registry.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { recordedLink, type RecordedCurve, type Recording } from '../../claims/recordings/recording.ts';
import { fetchRecording } from '../../playground/recording.ts';
import { looksOf } from '../chart/looks.ts';
import { whole } from '../format.ts';
import { TableButton } from '../figures/table-button.tsx';
import { CurveChart } from '../chart/curve-chart.tsx';
import type { CurveSeries } from '../chart/curve-picture.tsx';
import { AuthorsTable } from './authors.tsx';
import type { Authors } from '../../claims/authors.ts';

const kinds = Object.keys(physicsTasks) as PhysicsKind[];

/** Names of the authors' worlds and methods that belong beside it. */
const THEIRS = {
  worlds: ['CartPole-v1', 'Acrobot-v1', 'Reacher-v2', 'Hopper-v2', 'Walker2d-v2', 'HalfCheetah-v2'],
  names: ['KL', 'WPO', 'ODRPO', 'TRPO', 'PPO', 'A2C'],
};

/** What each method reached in the physics tasks, by the recordings that the tasks open with. */
export function PhysicsRecords({ authors }: { readonly authors: Authors | null }) {
  const recordings = useRecordings(true);
  return (
    <>
      <p>
        Networks in place of tables, with the settings that a task comes with, or those of the row’s link. A return is
        the mean of the last ten episodes that ended, the noise of acting included. Where there is one seed, it says
        what was reached, not what is usual.
      </p>
      {recordings === null ? (
        <p>Fetching the recordings…</p>
      ) : (
        <>
          <Missing recordings={recordings} />
          <div className="panels">
            {kinds.map((kind) => {
              const recording = recordings.get(kind);
              return recording === undefined ? null : <TaskPanel key={kind} kind={kind} recording={recording} />;
            })}
          </div>
          <div>
            <TableButton
              title="What each method reached in the physics tasks"
              note=""
              print={() => ({
                head: ['task', 'method', ...NUMBERS],
                names: 2,
                rows: recordRows(recordings).map((row) =>
                  row.map((cell) => ({ text: typeof cell === 'string' ? cell : said(cell) })),
                ),
              })}
              data={() => ({ columns: ['task', 'method', ...NUMBERS], rows: recordRows(recordings) })}
            />
          </div>
          <RecordTable recordings={recordings} />
        </>
      )}
      {authors !== null && <AuthorsTable authors={authors} of={THEIRS} />}
    </>
  );
}

type Recordings = ReadonlyMap<PhysicsKind, Recording>;

/** All recordings that can be had; null until they were asked for and came. */
function useRecordings(wanted: boolean): Recordings | null {
  const [recordings, setRecordings] = useState<Recordings | null>(null);
  useEffect(() => {
    if (!wanted || recordings !== null) return undefined;
    let current = true;
    void Promise.all(kinds.map(async (kind) => [kind, await fetchRecording(kind)] as const)).then((all) => {
      if (current) setRecordings(new Map(all.flatMap(([kind, one]) => (one === null ? [] : [[kind, one]]))));
    });
    return () => {
      current = false;
    };
  }, [wanted, recordings]);
  return recordings;
}

function Missing({ recordings }: { readonly recordings: Recordings }) {
  const missing = kinds.filter((kind) => !recordings.has(kind)).map((kind) => physicsTasks[kind].label);
  if (missing.length === 0) return null;
  return <p role="alert">The recordings of these tasks could not be had: {missing.join(', ')}.</p>;
}

function TaskPanel({ kind, recording }: { readonly kind: PhysicsKind; readonly recording: Recording }) {
  const { label, solved } = physicsTasks[kind];
  const last = Math.max(...recording.curves.map(({ steps }) => steps.at(-1) ?? 0));
  const level = [solved, solved];
  const goal: CurveSeries = {
    name: 'solved',
    color: 'var(--quiet)',
    dash: [2, 4],
    at: [0, last / 1000],
    middle: level,
    low: level,
    high: level,
  };
  return (
    <div className="panel">
      <h3>{label}</h3>
      <CurveChart
        title={label}
        xLabel="thousand environment steps"
        yLabel="return of an episode"
        series={[...recording.curves.map(seriesOf), goal]}
        height={230}
      />
      {beginsHigh(recording, solved) && (
        <p className="quiet">
          It begins high because only episodes that ended count: untrained, few do, and those are the lucky ones.
        </p>
      )}
    </div>
  );
}

/** Whether some curve begins near what counts as solved and falls before it learns. */
function beginsHigh({ curves }: Recording, solved: number): boolean {
  return curves.some(({ returns }) => {
    const known = returns.filter((value) => value !== null);
    const [first = -Infinity] = known;
    const range = Math.max(...known, solved) - Math.min(...known);
    return solved - first < 0.1 * range && Math.min(...known) < first - 0.2 * range;
  });
}

function seriesOf({ method, steps, returns }: RecordedCurve): CurveSeries {
  const middle = returns.map((value) => value ?? NaN);
  return {
    name: methods[method].short,
    ...looksOf([{ method }])[0]!,
    at: steps.map((count) => count / 1000),
    middle,
    low: middle,
    high: middle,
  };
}

const NUMBERS = ['steps', 'seeds', 'return at the end', 'highest on the way', 'solved at', 'minutes a seed'];

/** The table's numbers. */
function recordRows(recordings: Recordings): (string | number)[][] {
  return kinds.flatMap((kind) =>
    (recordings.get(kind)?.curves ?? []).map(({ method, steps, returns, final, minutes }) => {
      const known = returns.map((value) => value ?? -Infinity);
      const { label, solved } = physicsTasks[kind];
      return [
        label,
        methods[method].short,
        steps.at(-1) ?? 0,
        final.length,
        known.at(-1) ?? NaN,
        Math.max(...known),
        solved,
        minutes ?? NaN,
      ];
    }),
  );
}

function RecordTable({ recordings }: { readonly recordings: Recordings }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label="What each method reached">
      <table>
        <thead>
          <tr>
            {['task', 'method'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {NUMBERS.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">reached</th>
          </tr>
        </thead>
        <tbody>
          {kinds.flatMap((kind) =>
            (recordings.get(kind)?.curves ?? []).map((curve, n) => (
              <RecordRow
                key={kind + curve.method}
                kind={kind}
                recording={recordings.get(kind)!}
                curve={curve}
                again={n > 0}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly kind: PhysicsKind;
  readonly recording: Recording;
  readonly curve: RecordedCurve;
  /** Whether the row above is of the same task. */
  readonly again: boolean;
}

function RecordRow({ kind, recording, curve, again }: RowProps) {
  const { label, solved } = physicsTasks[kind];
  const { method, steps, returns, final, minutes } = curve;
  const command = curve.command ?? recording.command;
  const known = returns.map((value) => value ?? -Infinity);
  const best = Math.max(...known);
  const end = known.at(-1) ?? -Infinity;
  const reached = end >= solved ? 'at the end' : best >= solved ? 'on the way' : 'no';
  return (
    <tr>
      <th scope="row" className={again ? 'again' : undefined}>
        {label}
      </th>
      <td>
        <a href={`./index.html#${recordedLink(command)}`} title={command}>
          {methods[method].short}
        </a>
      </td>
      <td className="number">{whole(steps.at(-1) ?? 0)}</td>
      <td className="number">{final.length}</td>
      <td className="number">{said(end)}</td>
      <td className="number">
        {said(best)}
        <span className="interval">after {whole(steps[known.indexOf(best)] ?? 0)}</span>
      </td>
      <td className="number">{said(solved)}</td>
      <td className="number">{minutes === null ? '–' : said(minutes)}</td>
      <td>{reached}</td>
    </tr>
  );
}
