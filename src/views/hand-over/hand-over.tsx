import { useState } from 'react';
import { say } from '../../copy/say.ts';
import { Switch } from '../explore/switch.tsx';
import { EmbedPanel } from './embed-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { ShelfPanel } from './shelf-panel.tsx';
import './hand-over.css';

type Way = 'link' | 'frame' | 'file' | 'kept';

const WAYS: readonly (readonly [Way, string])[] = [
  ['link', 'Link'],
  ['frame', 'Frame for a course'],
  ['file', 'File'],
  ['kept', 'Kept runs'],
];

/** The ways to hand a run on. */
export function HandOver({ close }: { readonly close: () => void }) {
  const [way, setWay] = useState<Way>('link');
  return (
    <form method="dialog" className="hand-over-form">
      <div className="hand-over-head">
        <h2 id="hand-over-title">{say('Share this run, or keep it')}</h2>
        <Switch label={say('How')} options={WAYS} value={way} onChange={setWay} />
      </div>
      <div className="hand-over-body">
        {way === 'link' && <LinkPanel />}
        {way === 'frame' && <EmbedPanel />}
        {way === 'file' && <FilePanel close={close} />}
        {way === 'kept' && <ShelfPanel close={close} />}
      </div>
      <div className="dialog-buttons">
        <button type="submit">{say('Close')}</button>
      </div>
    </form>
  );
}
