import { say } from '../../copy/say.ts';
import { memo } from 'react';
import { inkOn, probabilityTable, stepOf } from '../draw/palette.ts';
import type { DataTable, PrintTable } from '../figures/figure.ts';
import { TableButton } from '../figures/table-button.tsx';
import { readable } from '../format.ts';

/** What stands where a row and a column meet. */
export interface HeatCell {
  /** NaN where there is none. */
  readonly value: number;
  /** Shown under the value: its interval, how many runs count. */
  readonly note?: string;
  readonly href?: string | undefined;
  /** Ends of its interval, where it has one. */
  readonly low?: number;
  readonly high?: number;
}

/** What stands on a table. */
interface HeatNames {
  readonly title: string;
  /** What the rows and columns are, with units. */
  readonly rowName: string;
  readonly columnName: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What the numbers are, with the unit. */
  readonly valueName: string;
}

export interface HeatTableProps {
  /** In the language in which they are wanted: a file of numbers has English ones. */
  readonly named: () => HeatNames;
  /** [row][column], undefined where nothing is known yet */
  readonly cells: readonly (readonly (HeatCell | undefined)[])[];
  /** Smallest and largest of the colours; those of the cells where it is not given, so that tables can share it. */
  readonly domain?: readonly [number, number] | undefined;
}

/** Two axes as a table whose cells are coloured, printed, and links where they lead somewhere. */
export const HeatTable = memo(function HeatTable(props: HeatTableProps) {
  const { cells } = props;
  const { title, rowName, columnName, rows, columns, valueName } = props.named();
  const domain = props.domain ?? domainOf(cells.flat().flatMap((cell) => (cell === undefined ? [] : [cell.value])));
  return (
    <figure className="heat-table">
      <figcaption>
        {title}{' '}
        <TableButton title={title} note={valueName} print={() => printOf(props, domain)} data={() => dataOf(props)} />
      </figcaption>
      <div className="heat-scroll" tabIndex={0} role="group" aria-label={say('{title}, table', { title })}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={columns.length} className="axis-name">
                {columnName} →
              </th>
            </tr>
            <tr>
              <th scope="col" className="axis-name">
                {rowName} ↓
              </th>
              {columns.map((column, n) => (
                <th key={n} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">{row}</th>
                {columns.map((_, n) => (
                  <Cell key={n} cell={cells[at]?.[n]} domain={domain} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ColourBar domain={domain} name={valueName} />
    </figure>
  );
});

/** Smallest and largest finite value. */
export function domainOf(values: Iterable<number>): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? [0, 1] : [low, high];
}

/** Whether values differ by more than rounding. */
function apart([low, high]: readonly [number, number]): boolean {
  return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
}

/** A number with as many digits as tell it from the others of the table. */
function told(value: number, domain: readonly [number, number]): string {
  const size = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  const span = domain[1] - domain[0];
  if (!Number.isFinite(value) || !apart(domain) || span > 0.05 * size) return readable(value);
  const decimals = Math.ceil(2 - Math.log10(span));
  return value.toFixed(Math.min(12, Math.max(0, decimals))).replace('-', '−');
}

/** Ground of a cell. */
function groundOf(value: number, domain: readonly [number, number]): string {
  const [low, high] = domain;
  return probabilityTable[stepOf(apart(domain) ? (value - low) / (high - low) : 0.5)]!;
}

function printOf({ named, cells }: HeatTableProps, domain: readonly [number, number]): PrintTable {
  const { rowName, columnName, rows, columns } = named();
  return {
    head: [`${rowName} ↓, ${columnName} →`, ...columns],
    names: 1,
    rows: rows.map((row, at) => [
      { text: row },
      ...columns.map((_, n) => {
        const cell = cells[at]?.[n];
        if (cell === undefined || !Number.isFinite(cell.value)) return { text: '' };
        return { text: told(cell.value, domain), note: cell.note ?? '', fill: groundOf(cell.value, domain) };
      }),
    ]),
  };
}

function dataOf({ named, cells }: HeatTableProps): DataTable {
  const { rowName, columnName, valueName, rows, columns } = named();
  return {
    columns: [rowName, columnName, valueName, 'low end of the 95 % interval', 'high end'],
    rows: rows.flatMap((row, at) =>
      columns.map((column, n) => {
        const { value, low, high } = cells[at]?.[n] ?? { value: NaN };
        return [row, column, value, low ?? NaN, high ?? NaN];
      }),
    ),
  };
}

function Cell({ cell, domain }: { readonly cell: HeatCell | undefined; readonly domain: readonly [number, number] }) {
  if (cell === undefined) return <td className="heat-cell quiet">…</td>;
  const { value, note, href } = cell;
  const known = Number.isFinite(value);
  const background = groundOf(value, domain);
  const style = known ? { background, color: inkOn(background) } : undefined;
  const inside = (
    <>
      <b>{told(value, domain)}</b>
      {note !== undefined && note !== '' && <small>{note}</small>}
    </>
  );
  return (
    <td className="heat-cell" style={style}>
      {href === undefined ? (
        inside
      ) : (
        <a
          href={href}
          title={say(known ? '{value}: open this run in the playground' : 'open this run in the playground', { value })}
        >
          {inside}
        </a>
      )}
    </td>
  );
}

function ColourBar({ domain, name }: { readonly domain: readonly [number, number]; readonly name: string }) {
  const stops = [0, 0.25, 0.5, 0.75, 1].map((t) => probabilityTable[stepOf(t)]!);
  return (
    <p className="colour-bar">
      <span>{told(domain[0], domain)}</span>
      <span className="colours" style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} aria-hidden />
      <span>{told(domain[1], domain)}</span>
      <span className="quiet">{name}</span>
    </p>
  );
}
