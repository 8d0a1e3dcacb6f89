import { useRef, useState } from 'react';
import { Rich } from '../rich.tsx';
import { say } from '../../copy/say.ts';
import { encodeLink } from '../../config/link.ts';
import { defaultMoment } from '../../config/moment.ts';
import { proofOf } from '../../playground/reproduction.ts';
import { pageAddress } from '../page-address.ts';
import { useConfig, usePlayground, useSignal } from '../use-playground.ts';
import { CopyButton } from './copy-button.tsx';
import { pauseAt } from './pause-at.ts';
import { QrCode } from './qr-code.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** The link that reproduces what is seen, from this moment or from the start. */
export function LinkPanel() {
  const playground = usePlayground();
  const field = useRef<HTMLTextAreaElement>(null);
  const config = useConfig((whole) => whole);
  useSignal(playground.changed, 500);
  const [here, setHere] = useState(true);
  const [stop, setStop] = useState('');
  const { iteration, standing } = playground;
  const proof = proofOf(standing, iteration);
  // from the start it opens as it would, playing where its own link does
  const fragment = here
    ? playground.link(proof)
    : encodeLink({ ...config, stop: pauseAt(stop), play: true, moment: { ...defaultMoment, proof } });
  const link = pageAddress(fragment);
  const sweep = encodeLink({ ...config, changes: [], stop: null, moment: defaultMoment });
  return (
    <>
      <fieldset className="link-choices">
        <legend className="visually-hidden">{say('Where it opens')}</legend>
        <label data-on={here}>
          <input type="radio" name="share" checked={here} onChange={() => setHere(true)} /> <b>{say('This moment')}</b>
          <span>{say('paused at update {n}, with the state, maps and pictures that are shown', { n: iteration })}</span>
          <Thumbnail here />
        </label>
        <label data-on={!here}>
          <input type="radio" name="share" checked={!here} onChange={() => setHere(false)} />{' '}
          <b>{say('From the start')}</b>
          <span>
            <Rich
              of="playing from update 0, and pausing at update {field}"
              field={
                <input
                  type="number"
                  min={0}
                  max={1_000_000}
                  value={stop}
                  placeholder={say('none')}
                  aria-label={say('Pause at update')}
                  onChange={(event) => setStop(event.target.value)}
                  onFocus={() => setHere(false)}
                />
              }
            />
          </span>
          <Thumbnail here={false} />
        </label>
      </fieldset>
      <div className="link-text">
        <div>
          <textarea
            ref={field}
            readOnly
            rows={4}
            value={link}
            aria-label={say('Link')}
            onFocus={(event) => event.target.select()}
          />
          <p>
            <CopyButton text={link} field={field} main>
              {say('Copy link')}
            </CopyButton>
          </p>
          <p className="quiet">
            {proof === null
              ? say(
                  'While it plays, the link has no digest: whoever opens it sees the same numbers, but is not told so. Pause for one.',
                )
              : say(
                  'It holds settings, seed and live changes, and the digest of update {n} ({digests}). Whoever opens it is told whether every bit came out the same.',
                  { n: iteration, digests: proof.digests.join(' ') },
                )}
            {playground.task !== 'table' && ` ${say('Networks do on the same WebAssembly backend only.')}`}
          </p>
          <p>
            <Rich
              of="<sweep>Sweep these columns</sweep> over seeds and settings."
              sweep={(words) => <a href={`./sweeps.html#link=${encodeURIComponent(sweep)}`}>{words}</a>}
            />
          </p>
        </div>
        <QrCode link={link} />
      </div>
    </>
  );
}
