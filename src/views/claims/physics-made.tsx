import type { Reached } from '../../claims/recordings/reached.ts';
import type { PhysicsKind } from '../../environments/registry.ts';
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
            {dates.join(', ')}, code {codes.length === 0 ? 'not recorded' : codes.join(', ')}.
          </li>
        ))}
      </ul>
      <p className="quiet">
        {several && (
          <>
            Files of one task are put together by <code>npm run --silent record -- merge FILE FILE…</code>.{' '}
          </>
        )}
        <a href={`./recordings/${kind}.json`}>The recording</a>.
      </p>
    </div>
  );
}
