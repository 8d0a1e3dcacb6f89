import { Suspense, useEffect, useRef } from 'react';
import { say } from '../../copy/say.ts';
import { lazyPart } from '../part.tsx';
import { usePlayground, useView } from '../use-playground.ts';

const DrawerBody = lazyPart(() => import('./drawer-body.tsx'), 'DrawerBody');

/** Everything that can be set: of each column, and of all. */
export function Drawer() {
  const playground = usePlayground();
  const open = useView((view) => view.drawer);
  const drawer = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!open) return;
    drawer.current?.scrollIntoView({ block: 'nearest' });
    // the keys go on where the button has led
    if (document.activeElement?.classList.contains('to-settings') === true) {
      drawer.current?.querySelector('summary')?.focus({ preventScroll: true });
    }
  }, [open]);
  return (
    <details
      ref={drawer}
      className="drawer"
      open={open}
      onToggle={(event) => playground.look({ drawer: event.currentTarget.open })}
    >
      <summary>
        {say('Settings')}
        <span className="quiet">
          {' '}
          {say(
            'rules of β · δ · cost of a move M · γ · samples · seed · world · add a column (more rules, TRPO, PPO, A2C)',
          )}
        </span>
      </summary>
      {open && (
        <Suspense fallback={<div className="drawer-room" />}>
          <DrawerBody />
        </Suspense>
      )}
    </details>
  );
}
