import { useRef, useState } from 'react';
import { encodeLink } from '../../config/link.ts';
import { defaultMoment } from '../../config/moment.ts';
import { within } from '../../playground/within.ts';
import { usePlayground, useConfig, useSignal } from '../use-playground.ts';

/** The link that reproduces what is seen, and a button that copies it. */
export function ShareForm() {
  const playground = usePlayground();
  const field = useRef<HTMLTextAreaElement>(null);
  const config = useConfig((whole) => whole);
  useSignal(playground.changed, 500);
  const [here, setHere] = useState(true);
  const [told, setTold] = useState('');
  // from the start it opens as it would, playing where its own link does
  const fragment = here ? playground.link() : encodeLink({ ...config, stop: null, play: true, moment: defaultMoment });
  const link = `${location.href.replace(/#.*$/, '')}#${fragment}`;
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
        <input type="radio" name="share" checked={here} onChange={() => setHere(true)} /> this moment: update{' '}
        {playground.iteration}, with the state, maps and picture that are shown
      </label>
      <label className="check">
        <input type="radio" name="share" checked={!here} onChange={() => setHere(false)} /> from the start, playing
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
        <a
          href={`./sweeps.html#link=${encodeURIComponent(encodeLink({ ...config, changes: [], stop: null, moment: defaultMoment }))}`}
        >
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
