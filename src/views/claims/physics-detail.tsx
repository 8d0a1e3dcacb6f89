import { useMemo } from 'react';
import type { Authors } from '../../claims/authors.ts';
import type { Card } from '../../claims/draw-pictures.ts';
import { physicsPicture } from '../../claims/pictures/physics-picture.ts';
import { physicsSentences } from '../../claims/recordings/physics-sentences.ts';
import { reachedBy } from '../../claims/recordings/reached.ts';
import { say } from '../../copy/say.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import { AuthorsTable } from './authors.tsx';
import { PhysicsMade } from './physics-made.tsx';
import { PictureView } from './picture-view.tsx';
import { ReachedTable } from './reached-table.tsx';
import type { Reader } from './reader-picker.tsx';
import { saidPicture } from './said-picture.ts';
import { useRecording } from './use-recording.ts';

/** Names of the authors' worlds and methods that belong beside a task. */
const THEIR_WORLDS: Readonly<Partial<Record<PhysicsKind, string>>> = {
  'cart-pole': 'CartPole-v1',
  acrobot: 'Acrobot-v1',
  reacher: 'Reacher-v2',
  hopper: 'Hopper-v2',
  walker2d: 'Walker2d-v2',
  'half-cheetah': 'HalfCheetah-v2',
  ant: 'Ant-v2',
};
const THEIR_NAMES = ['KL', 'WPO', 'ODRPO', 'TRPO', 'PPO', 'A2C'];

interface PhysicsDetailProps {
  readonly kind: PhysicsKind;
  /** Null where it cannot be had. */
  readonly card: Card | null;
  readonly authors: Authors | null;
  readonly reader: Reader;
}

/**
 * A task that was opened: the curves over acted steps, over all steps of the simulator and over minutes, what each method reached, and how to run
 * it here or again. The card has all but the curves, so that nothing moves when the recording comes.
 */
export function PhysicsDetail({ kind, card, authors, reader }: PhysicsDetailProps) {
  const task = say(physicsTasks[kind].label);
  const { recording, missing } = useRecording(kind);
  const drawn = useMemo(() => (recording === null ? null : physicsPicture(kind, recording)), [kind, recording]);
  const rows = recording === null ? (card?.reached ?? []) : reachedBy(recording);
  const written = drawn ?? card?.picture ?? null;
  const picture = useMemo(() => (written === null ? null : saidPicture(written)), [written]);
  const [lines] = written?.panels ?? [];
  const sentences = physicsSentences(kind, rows, lines?.kind === 'plot' ? lines.lines : []);
  const theirs = THEIR_WORLDS[kind];
  return (
    <>
      <p className="sense">
        {say(
          'Networks in place of tables. A return is the mean of the last ten episodes that ended, the noise of acting included.',
        )}
      </p>
      {missing && (
        <p role="alert">
          {say(
            card === null
              ? 'The recording of {task} could not be had.'
              : 'The recording of {task} could not be had: what stands here is its summary.',
            { task },
          )}
        </p>
      )}
      {picture !== null && (
        <>
          <p className="picture-title">{picture.title}</p>
          <PictureView panels={missing ? picture.panels : picture.more} dots={[]} size="large" words={picture.words} />
        </>
      )}
      {rows.length > 0 && <ReachedTable kind={kind} rows={rows} />}
      <div className="claim-told">
        <div>
          {sentences.length > 0 && (
            <>
              <h4>{say('How to read the numbers')}</h4>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{say(sentence)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <section className="try-it" aria-label={say('Try it')}>
          <h4>{say('Try it')}</h4>
          <p>
            {say(
              'KL, Wasserstein and Sinkhorn learn it side by side in this browser, with the settings of the task; what was recorded stands in grey behind them.',
            )}
          </p>
          <p>
            <a className="main" href={`./index.html#world=${kind}`}>
              {say('Open {task} in the playground', { task })}
            </a>
          </p>
        </section>
      </div>
      <details className="claim-tables" open={reader === 'researcher'} key={reader}>
        <summary>{say('How to run it again, and what made it')}</summary>
        <PhysicsMade kind={kind} rows={rows} />
      </details>
      {authors !== null && theirs !== undefined && (
        <AuthorsTable authors={authors} of={{ worlds: [theirs], names: THEIR_NAMES }} open={reader === 'researcher'} />
      )}
    </>
  );
}
