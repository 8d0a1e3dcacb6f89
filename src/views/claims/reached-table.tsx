import { say } from '../../copy/say.ts';
import { said } from '../../claims/evidence.ts';
import type { Reached } from '../../claims/recordings/reached.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { methods } from '../../methods/registry.ts';
import { colorOf } from '../chart/looks.ts';
import { TableButton } from '../figures/table-button.tsx';
import { whole } from '../format.ts';

const HEAD = [
  'method',
  'seeds',
  'steps',
  'look-ahead steps',
  'minutes a seed',
  'return at the end, median',
  'highest on the way',
  'wanted',
  'reached',
];
const NUMBERS = [
  'method',
  'seeds',
  'steps',
  'look-ahead steps',
  'minutes a seed',
  'return at the end, median',
  'worst seed',
  'best seed',
  'highest on the way',
  'after steps',
  'wanted',
];

interface ReachedTableProps {
  readonly kind: PhysicsKind;
  readonly rows: readonly Reached[];
}

/** What each method reached in a task, and what it took; a method opens what was run. */
export function ReachedTable({ kind, rows }: ReachedTableProps) {
  const { label, solved } = physicsTasks[kind];
  const title = say('What each method reached in {task}', { task: say(label) });
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="reached-table">
          <thead>
            <tr>
              {HEAD.map((name, n) => (
                <th key={name} scope="col" className={n > 0 && n < HEAD.length - 1 ? 'number' : undefined}>
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ReachedRow key={row.method} row={row} solved={solved} />
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <TableButton
          title={title}
          note={say('Wanted: {value}.', { value: said(solved) })}
          print={() => ({
            head: HEAD.map((name) => say(name)),
            names: 1,
            rows: rows.map((row) => cellsOf(row, solved).map((text) => ({ text }))),
          })}
          data={() => ({ columns: NUMBERS, rows: rows.map((row) => numbersOf(row, solved)) })}
        />
      </div>
    </>
  );
}

function ReachedRow({ row, solved }: { readonly row: Reached; readonly solved: number }) {
  const { method, seeds, steps, ahead, minutes, worst, best, after, link } = row;
  return (
    <tr>
      <th scope="row">
        <span className="swatch" style={{ background: colorOf({ method }) }} aria-hidden="true" />{' '}
        <a href={`./index.html#${link}`} title={say('Opens what was run')}>
          {methods[method].short}
        </a>
      </th>
      <td className="number">{seeds}</td>
      <td className="number">{whole(steps)}</td>
      <td className="number">{ahead === null ? say('not counted') : whole(ahead)}</td>
      <td className="number">{minutes === null ? say('not timed') : said(minutes)}</td>
      <td className="number">
        {orNone(row.end)}
        <small className="interval">{seeds > 1 ? `${orNone(worst)} … ${orNone(best)}` : say('one seed')}</small>
      </td>
      <td className="number">
        {orNone(row.highest)}
        <small className="interval">{after === null ? ' ' : say('after {steps}', { steps: whole(after) })}</small>
      </td>
      <td className="number">{said(solved)}</td>
      <td>{say(wordOf(row, solved))}</td>
    </tr>
  );
}

const orNone = (value: number | null): string => (value === null ? say('none') : said(value));

function wordOf({ end, highest }: Reached, solved: number): string {
  if ((end ?? -Infinity) >= solved) return 'at the end';
  return (highest ?? -Infinity) >= solved ? 'on the way' : 'no';
}

/** A row as it is printed. */
function cellsOf(row: Reached, solved: number): string[] {
  const { method, seeds, steps, ahead, minutes, end, worst, best, highest, after } = row;
  return [
    methods[method].short,
    String(seeds),
    whole(steps),
    ahead === null ? '–' : whole(ahead),
    minutes === null ? '–' : said(minutes),
    seeds > 1 ? `${orNone(end)} (${orNone(worst)} … ${orNone(best)})` : orNone(end),
    after === null ? orNone(highest) : `${orNone(highest)} (${whole(after)})`,
    said(solved),
    say(wordOf(row, solved)),
  ];
}

function numbersOf(row: Reached, solved: number): (string | number)[] {
  const { method, seeds, steps, ahead, minutes, end, worst, best, highest, after } = row;
  const numbers = [seeds, steps, ahead, minutes, end, worst, best, highest, after, solved];
  return [methods[method].short, ...numbers.map((value) => value ?? NaN)];
}
