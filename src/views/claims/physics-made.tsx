import type { Reached } from '../../claims/recordings/reached.ts';
import { say } from '../../copy/say.ts';
import type { PhysicsKind } from '../../environments/registry.ts';
import { Rich } from '../rich.tsx';
import { methods } from '../../methods/registry.ts';

/** By which commands, when and by which code the curves of a task were made. */
export function PhysicsMade({ kind, rows }: { readonly kind: PhysicsKind; readonly rows: readonly Reached[] }) {
  const several = rows.flatMap(({ commands }) => commands).length > 1;
  return (
    <div className="experiment">
      <ul>
        {rows.map(({ method, commands, dates, codes }) => (
          <li key={method}>
            {methods[method].short}:{' '}
            {commands.map((command) => (
              <span key={command}>
                <code>{command}</code>;{' '}
              </span>
            ))}
            {say('{dates}, code {codes}.', {
              dates: dates.join(', '),
              codes: codes.length === 0 ? say('not recorded') : codes.join(', '),
            })}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {several && (
          <>
            <Rich
              of="Files of one task are put together by <command>{merge}</command>."
              values={{ merge: 'npm run --silent record -- merge FILE FILE…' }}
              command={(words) => <code>{words}</code>}
            />{' '}
          </>
        )}
        <Rich
          of="<recording>The recording</recording>."
          recording={(words) => <a href={`./recordings/${kind}.json`}>{words}</a>}
        />
      </p>
    </div>
  );
}
