import { useEffect } from 'react';
import { say } from '../copy/say.ts';
import { goOver, keepOffline } from '../playground/offline.ts';
import { useVersions } from './use-versions.ts';

/** Says that a newer version of the page is there; until the reader wants it, this one stays whole. */
export function UpdateNote() {
  const { newer, left } = useVersions();
  useEffect(() => {
    // without a place to keep it, the page needs its network
    keepOffline().catch(() => undefined);
  }, []);
  if (!newer && !left) return null;
  return (
    <div className="update-note" role="status">
      <span>
        {say(
          left
            ? 'This page was updated in another tab: parts of this version may be gone.'
            : 'A newer version of this page is ready.',
        )}
      </span>
      <button type="button" onClick={() => (left ? location.reload() : goOver())}>
        {say('Reload')}
      </button>
    </div>
  );
}
