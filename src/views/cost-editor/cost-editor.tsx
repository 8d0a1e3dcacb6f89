import { useRef, useState } from 'react';
import { say } from '../../copy/say.ts';
import { trainingFields } from '../../config/training-fields.ts';
import { customCostProblem, transposedCost } from '../../environments/action-cost.ts';
import type { Action } from '../../environments/environment.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { useConfig, useLookedAt, usePicture, usePlayground } from '../use-playground.ts';
import { CostPlane } from './cost-plane.tsx';
import { isSymmetric, presetsOf, symmetrised, textOf, withCost } from './cost-table.ts';
import { blindWords, costWords } from './cost-words.ts';
import { PriceCell } from './price-cell.tsx';
import { useCostTable, type CostInForce } from './use-cost-table.ts';
import './cost-editor.css';

/** Where M is edited: the table itself, and the actions in a plane. */
export function CostEditor() {
  const picture = usePicture();
  if (picture.kind === 'continuous')
    return <p>{say('Actions are points of a box here: what a move costs is how far apart two of them are.')}</p>;
  return <TableEditor picture={picture} />;
}

function TableEditor({ picture }: { readonly picture: Parameters<typeof useCostTable>[0] }) {
  const { actions } = picture;
  const cost = useCostTable(picture, actions);
  const runs = useConfig((config) => config.runs);
  const state = useLookedAt();
  const [locked, setLocked] = useState(() => isSymmetric(cost.table));
  const [problem, setProblem] = useState('');
  const { table } = cost;
  const blind = blindWords(runs.map(({ method }) => method));
  return (
    <>
      <p>
        {say(
          'A row for each action that probability leaves, a column for each one it goes to. Drag a number up or down, or type it; the columns take it from the next update on.',
        )}
      </p>
      <div className="cost-presets" role="group" aria-label={say('Costs to begin with')}>
        {cost.kinds.map(({ value, label, help }) => (
          <button
            key={value}
            type="button"
            aria-pressed={cost.kind === value}
            title={say(help ?? '')}
            onClick={() => cost.choose(value as CostInForce['kind'])}
          >
            {say(value === 'zero-one' ? 'equal' : label)}
          </button>
        ))}
        {presetsOf(actions).map(({ label, help, table: preset }) => (
          <button
            key={label}
            type="button"
            aria-pressed={cost.kind === 'custom' && textOf(table) === textOf(preset)}
            title={help}
            onClick={() => {
              if (!isSymmetric(preset)) setLocked(false);
              cost.put(preset);
            }}
          >
            {say(label)}
          </button>
        ))}
      </div>
      <div className="cost-beside">
        <Prices cost={cost} actions={actions} locked={locked} onProblem={setProblem} />
        <CostPlane cost={cost} actions={actions} />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={locked}
          onChange={({ target }) => {
            setLocked(target.checked);
            if (target.checked && !isSymmetric(table)) cost.put(symmetrised(table));
          }}
        />{' '}
        {say('There and back cost the same')}
      </label>
      <div className="cost-words" role="status">
        {problem !== '' && <p className="field-problem">{problem}</p>}
        {cost.kind === 'behaviour' && (
          <p>
            {say(
              'This cost differs from state to state; shown is that of {state}. Once a number is changed, the table holds for all states.',
              { state: picture.describe(state, 0) },
            )}
          </p>
        )}
        {cost.kind === 'places' && (
          <p>
            {say(
              'This cost is the distance between places, which are dragged on the bench above. A number that is changed here makes it a table of its own.',
            )}
          </p>
        )}
        {costWords(table, actions).map((sentence) => (
          <p key={sentence}>{sentence[0]!.toUpperCase() + sentence.slice(1)}</p>
        ))}
        {blind !== '' && <p>{blind}</p>}
      </div>
      <details className="as-text">
        <summary>{say('The table as text')}</summary>
        <FieldControl
          field={{
            ...trainingFields.costMatrix,
            help: 'A row for each action that probability leaves. Numbers separated by commas, rows by semicolons.',
            problem: (text) => customCostProblem(text, actions.length),
          }}
          name="costMatrix"
          value={transposedCost(textOf(table))}
          onChange={(text) => {
            const rows = String(text)
              .split(';')
              .map((row) => row.split(',').map(Number));
            if (!isSymmetric(rows)) setLocked(false);
            cost.put(rows);
          }}
        />
      </details>
    </>
  );
}

interface PricesProps {
  readonly cost: CostInForce;
  readonly actions: readonly Action[];
  readonly locked: boolean;
  readonly onProblem: (problem: string) => void;
}

/** The table of M. */
function Prices({ cost, actions, locked, onProblem }: PricesProps) {
  const playground = usePlayground();
  const { table } = cost;
  const grid = useRef<HTMLTableElement>(null);
  const [[row, column], choose] = useState<readonly [number, number]>([0, 1]);
  const n = actions.length;
  const go = (from: number, to: number): void => {
    const next = [Math.min(n - 1, Math.max(0, from)), Math.min(n - 1, Math.max(0, to))] as const;
    choose(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"] input`)?.focus();
  };
  return (
    <table className={`matrix cost-table n${n}`} ref={grid}>
      <caption className="visually-hidden">{say('M: rows are old actions, columns new ones')}</caption>
      <thead translate="no">
        <tr>
          <td className="corner" title={say('rows: old actions; columns: new actions')}>
            ↘
          </td>
          {actions.map(({ label, glyph }) => (
            <th key={label} scope="col" title={say(label)}>
              {glyph}
              <span className="visually-hidden"> {say(label)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody translate="no">
        {actions.map((from, i) => (
          <tr key={from.label}>
            <th scope="row" title={say(from.label)}>
              {from.glyph}
              <span className="visually-hidden"> {say(from.label)}</span>
            </th>
            {actions.map((to, j) => (
              <td key={to.label} data-cell={`${i}-${j}`}>
                <PriceCell
                  from={say(from.label)}
                  to={say(to.label)}
                  value={table[i]![j]!}
                  fixed={i === j}
                  current={i === row && j === column}
                  onFocus={() => choose([i, j])}
                  onGrab={cost.grab}
                  onChange={(value) => {
                    onProblem('');
                    cost.change(withCost(table, i, j, value, locked));
                  }}
                  onRelease={cost.release}
                  onMove={(right, down) => go(i + down, j + right)}
                  onUndo={(again) => (again ? playground.redo() : playground.undo())}
                  onProblem={onProblem}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
