import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import type { Editor } from '../../playground/view-store.ts';
import { CostEditor } from '../cost-editor/cost-editor.tsx';
import { MapEditor } from '../map-editor/map-editor.tsx';
import { ScheduleEditor } from '../schedule-editor/schedule-editor.tsx';
import { usePlayground } from '../use-playground.ts';
import './editors.css';

const TITLES = { map: 'Draw the map', cost: 'What a move costs: M' } as const;

/** Something that is drawn by hand, beside the columns that learn from it. */
export function EditorPanel({ editor }: { readonly editor: Editor }) {
  switch (editor.kind) {
    case 'map':
    case 'cost':
      return (
        <Panel key={editor.kind} title={say(TITLES[editor.kind])}>
          {editor.kind === 'map' ? <MapEditor /> : <CostEditor />}
        </Panel>
      );
    case 'schedule':
      return (
        <Panel
          key={`${editor.column} ${editor.of}`}
          title={say(editor.of === 'beta' ? 'The price β over the updates' : 'The weight λ over the updates')}
        >
          <ScheduleEditor column={editor.column} of={editor.of} />
        </Panel>
      );
  }
}

/** The frame of an editor: the columns stay in sight, and where the focus was it is again. */
function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const playground = usePlayground();
  const panel = useRef<HTMLElement>(null);
  const close = (): void => playground.look({ editor: null });
  useEffect(() => {
    const opener = document.activeElement;
    document.querySelector('.stage')?.scrollIntoView({ block: 'start' });
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // in a text it takes back what was typed
    if (event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type])')) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <aside ref={panel} className="editor" aria-labelledby="editor-title" onKeyDown={onKeyDown}>
      <header>
        <h2 id="editor-title">{title}</h2>
        <button type="button" onClick={close} title={say('Close (Esc)')}>
          {say('Close')}
        </button>
      </header>
      <div className="editor-body">{children}</div>
    </aside>
  );
}
