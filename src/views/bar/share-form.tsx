import { useRef, useState } from 'react';
import { encodeLink } from '../../config/link.ts';
import { within } from '../../playground/within.ts';
import { usePlayground, useConfig, useSignal } from '../use-playground.ts';

/** The link that reproduces what is seen, and a button that copies it. */
export function ShareForm() {
  const playground = usePlayground();
  const field = useRef<HTMLTextAreaElement>(null);
  const config = useConfig((whole) => whole);
  useSignal(playground.changed, 500);
  const [here, setHere] = useState(false);
  const [paused, setPaused] = useState(!config.play);
  const [told, setTold] = useState('');
  const shared = { ...config, play: !paused, stop: here ? playground.iteration : config.stop };
  const link = `${location.href.replace(/#.*$/, '')}#${encodeLink(shared)}`;
  const copy = async (): Promise<void> => {
    try {
      await within(2000, navigator.clipboard.writeText(link));
      setTold('Copied.');
    } catch {
      // no clipboard here (an insecure address, permission denied, or no answer): select it for the reader's own keys
      field.current?.select();
      setTold('This browser does not let the page copy: the link is selected, copy it with your keys.');
    }
  };
  return (
    <form method="dialog">
      <h2 id="share-title">Share this run</h2>
      <p>
        The link holds the whole configuration, the seed and every live change: whoever opens it sees these numbers, bit
        for bit.
      </p>
      <label className="check">
        <input type="checkbox" checked={here} onChange={(event) => setHere(event.target.checked)} /> pause at iteration{' '}
        {playground.iteration}, as it is now
      </label>
      <label className="check">
        <input type="checkbox" checked={paused} onChange={(event) => setPaused(event.target.checked)} /> open paused
      </label>
      <textarea
        ref={field}
        readOnly
        rows={4}
        value={link}
        aria-label="Link"
        onFocus={(event) => event.target.select()}
      />
      <p className="told" role="status">
        {told}
      </p>
      <p>
        <a href={`./sweeps.html#link=${encodeURIComponent(encodeLink({ ...config, changes: [], stop: null }))}`}>
          Sweep these columns
        </a>{' '}
        over seeds and settings.
      </p>
      <div className="dialog-buttons">
        <button type="button" className="main" onClick={() => void copy()}>
          Copy link
        </button>
        <button type="submit">Close</button>
      </div>
    </form>
  );
}
