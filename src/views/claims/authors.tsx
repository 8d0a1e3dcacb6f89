import type { Authors } from '../../claims/authors.ts';
import type { Claim } from '../../claims/claim.ts';
import { say } from '../../copy/say.ts';
import { said } from '../../claims/evidence.ts';
import { TableButton } from '../figures/table-button.tsx';

/** The authors' own numbers that belong beside ours, named as they name them; nothing where none do. */
export function AuthorsTable({
  authors,
  of,
  open = false,
}: {
  readonly authors: Authors;
  readonly of: Claim['authors'];
  readonly open?: boolean;
}) {
  const { worlds, names } = of ?? { worlds: [], names: [] };
  const rows = authors.rows.filter(
    (one) => worlds.includes(one.world) && names.some((name) => one.name.includes(name)),
  );
  if (rows.length === 0) return null;
  return (
    <details className="authors" open={open} key={String(open)}>
      <summary>{say('Beside it: the authors’ own logs ({n} rows)', { n: rows.length })}</summary>
      <div className="quiet">
        {say(authors.source)}{' '}
        <TableButton
          title={say('The authors’ own logs')}
          note={say(authors.source)}
          print={() => ({
            head: ['world', 'as logged', 'runs', 'mean final return ± sd', 'episodes to 90 %'].map((name) => say(name)),
            names: 2,
            rows: rows.map((one) => [
              { text: one.world },
              { text: one.name },
              { text: String(one.runs) },
              { text: `${said(one.mean)} ± ${one.sd === null ? '?' : said(one.sd)}` },
              { text: one.episodesTo90 === null ? '' : said(one.episodesTo90) },
            ]),
          })}
          data={() => ({
            columns: [
              'world',
              'as logged',
              'runs',
              'mean final return',
              'standard deviation',
              'episodes to 90 %',
              'note',
            ],
            rows: rows.map((one) => [
              one.world,
              one.name,
              one.runs,
              one.mean,
              one.sd ?? NaN,
              one.episodesTo90 ?? NaN,
              one.note,
            ]),
          })}
        />
      </div>
      <div className="scroll" tabIndex={0} role="group" aria-label={say('The authors’ own logs')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('world')}</th>
              <th scope="col">{say('as logged')}</th>
              <th scope="col" className="number">
                {say('runs')}
              </th>
              <th scope="col" className="number">
                {say('mean final return ± sd')}
              </th>
              <th scope="col" className="number">
                {say('episodes to 90 %')}
              </th>
              <th scope="col">{say('note')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.world + one.name}>
                <th scope="row" translate="no">
                  {one.world}
                </th>
                <td lang="en" translate="no">
                  {one.name}
                </td>
                <td className="number">{one.runs}</td>
                <td className="number">
                  {said(one.mean)} ± {one.sd === null ? '?' : said(one.sd)}
                </td>
                <td className="number">{one.episodesTo90 === null ? '' : said(one.episodesTo90)}</td>
                <td className="note" lang="en" translate="no">
                  {one.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Files of the authors on some worlds that are not used, and why. */
export function LeftOut({ authors, worlds }: { readonly authors: Authors; readonly worlds: readonly string[] }) {
  const rows = authors.leftOut.filter(({ world }) => worlds.includes(world));
  if (rows.length === 0) return null;
  return (
    <>
      <p>{say('Logs of the authors on these worlds that are left out, because what they are is in doubt:')}</p>
      <ul>
        {rows.map(({ world, name, why, mean, sd }) => (
          <li key={world + name}>
            <span lang="en" translate="no">
              {world}, {name}
            </span>
            {mean !== null && ` (${said(mean)} ± ${sd === null ? '?' : said(sd)})`}: {say(why)}
          </li>
        ))}
      </ul>
    </>
  );
}
