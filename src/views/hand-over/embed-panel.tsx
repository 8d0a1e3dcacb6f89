import { useRef, useState } from 'react';
import { Rich } from '../rich.tsx';
import { say } from '../../copy/say.ts';
import { controls, defaultFrame, framed, type Control, type Framed, type FrameLayout } from '../../config/layout.ts';
import { decodeLink, encodeLink } from '../../config/link.ts';
import { scenes } from '../../config/scenes.ts';
import { Switch } from '../explore/switch.tsx';
import { pageAddress } from '../page-address.ts';
import { useConfig, usePlayground, useView } from '../use-playground.ts';
import { useWidth } from '../use-width.ts';
import { CopyButton } from './copy-button.tsx';
import { pauseAt } from './pause-at.ts';

const CONTROLS: Readonly<Record<Control, string>> = {
  play: 'play and pause',
  timeline: 'the timeline',
  step: 'how far an update may go',
  price: 'the price β of each column',
  own: 'each method’s own number (λ, the dial …)',
  method: 'the method of each column',
  heat: 'what the maps show',
  state: 'which state is shown',
  panel: 'how its update is drawn',
};

const SHOWS: Readonly<Record<Framed, string>> = {
  question: 'the question of the scene',
  standing: 'returns as numbers',
  maps: 'the policies',
  update: 'one state’s update',
  charts: 'a chart',
};

const EXAMPLE = `addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data.source !== 'trust-region-playground') return;
  // data.type: ready, height { height }, problem { says },
  // iteration { iteration, status, columns: [{ name, return, gap, beta, digest }] }
});
const say = (command) =>
  frame.contentWindow.postMessage({ target: 'trust-region-playground', ...command }, '*');
say({ type: 'play' });
say({ type: 'pause' });
say({ type: 'go', iteration: 7 });
say({ type: 'set', column: 2, key: 'lambda', value: 40 }); // without column: of all`;

type Size = 'small' | 'middle' | 'large';

const SIZES: Readonly<Record<Size, readonly [number, number]>> = {
  small: [320, 240],
  middle: [640, 420],
  large: [960, 640],
};

/** What a teacher lets students see and turn, and the text that puts it into a course. */
export function EmbedPanel() {
  const playground = usePlayground();
  const field = useRef<HTMLTextAreaElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  const room = useWidth(preview);
  const scene = useView((view) => view.scene);
  const config = useConfig((whole) => whole);
  const [frame, setFrame] = useState<FrameLayout>(defaultFrame);
  const [size, setSize] = useState<Size>('middle');
  const [plays, setPlays] = useState(false);
  const [fromHere, setFromHere] = useState(true);
  const [stop, setStop] = useState('');
  const [width, height] = SIZES[size];
  const here = decodeLink(playground.link()).config;
  const fragment = encodeLink({
    ...config,
    view: 'embed',
    frame,
    play: plays,
    stop: pauseAt(stop),
    moment: fromHere && !plays ? { ...here.moment, k: playground.iteration } : { ...here.moment, k: null },
  });
  const address = pageAddress(fragment);
  const scale = Math.min(1, Math.max(0.1, room) / width);
  const title = say(scenes.find(({ name }) => name === scene)?.question ?? 'Trust Region Playground');
  const text = `<iframe src="${escaped(address)}" width="${width}" height="${height}" title="${escaped(title)}" loading="lazy" allow="clipboard-write" style="border:0"></iframe>`;
  return (
    <div className="embed-form">
      <div className="embed-choices">
        <Ticks
          label={say('Students see')}
          words={SHOWS}
          order={framed}
          chosen={frame.shows}
          onChange={(shows) => setFrame({ ...frame, shows })}
        />
        <Ticks
          label={say('Students may turn')}
          words={CONTROLS}
          order={controls}
          chosen={frame.controls}
          onChange={(allowed) => setFrame({ ...frame, controls: allowed })}
        />
        <fieldset>
          <legend>{say('It opens')}</legend>
          <label className="check">
            <input
              type="radio"
              name="opens"
              checked={!plays && fromHere}
              onChange={() => (setPlays(false), setFromHere(true))}
            />{' '}
            {say('paused at update {n}', { n: playground.iteration })}
          </label>
          <label className="check">
            <input
              type="radio"
              name="opens"
              checked={!plays && !fromHere}
              onChange={() => (setPlays(false), setFromHere(false))}
            />{' '}
            {say('paused at the start')}
          </label>
          <label className="check">
            <input type="radio" name="opens" checked={plays} onChange={() => setPlays(true)} /> {say('playing')}
          </label>
          <label htmlFor="embed-stop">
            <Rich
              of="and pauses at update {field}"
              field={
                <input
                  id="embed-stop"
                  type="number"
                  min={0}
                  max={1_000_000}
                  step={1}
                  value={stop}
                  placeholder={say('never')}
                  onChange={(event) => setStop(event.target.value)}
                />
              }
            />
          </label>
        </fieldset>
        <Switch
          label={say('Size')}
          options={[
            ['small', '320 × 240'],
            ['middle', '640 × 420'],
            ['large', '960 × 640'],
          ]}
          value={size}
          onChange={setSize}
        />
      </div>
      <div className="embed-preview">
        <div ref={preview} className="embed-room">
          <iframe
            key={address}
            src={address}
            title={say('Preview')}
            style={{ width, height, transform: `scale(${scale})`, marginBottom: (scale - 1) * height }}
          />
        </div>
        <textarea
          ref={field}
          readOnly
          rows={3}
          value={text}
          aria-label={say('Text of the frame')}
          onFocus={(event) => event.target.select()}
        />
        <p>
          <CopyButton text={text} field={field} main>
            {say('Copy frame')}
          </CopyButton>{' '}
          <CopyButton text={address} field={field}>
            {say('Copy link')}
          </CopyButton>
        </p>
        <details>
          <summary>{say('The page around the frame can speak with it')}</summary>
          <p>
            {say(
              'It is told where the frame stands, and can turn what the page could turn; nothing else. Messages are taken from the page around the frame alone.',
            )}
          </p>
          <pre translate="no">{EXAMPLE}</pre>
        </details>
      </div>
    </div>
  );
}

interface TicksProps<Word extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Word, string>>;
  readonly order: readonly Word[];
  readonly chosen: readonly Word[];
  readonly onChange: (chosen: readonly Word[]) => void;
}

function Ticks<Word extends string>({ label, words, order, chosen, onChange }: TicksProps<Word>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {order.map((word) => (
        <label key={word} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(word)}
            onChange={(event) =>
              onChange(order.filter((each) => (each === word ? event.target.checked : chosen.includes(each))))
            }
          />{' '}
          {say(words[word])}
        </label>
      ))}
    </fieldset>
  );
}

/** A text inside an attribute of HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
