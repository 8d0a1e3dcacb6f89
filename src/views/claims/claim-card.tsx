import { Suspense, useMemo, type ReactNode } from 'react';
import type { Verdict } from '../../claims/claim.ts';
import type { Picture } from '../../claims/pictures/picture.ts';
import { say } from '../../copy/say.ts';
import { OriginContext } from '../figures/origin-context.ts';
import { Part } from '../part.tsx';
import { PictureView } from './picture-view.tsx';
import { saidPicture } from './said-picture.ts';
import { VerdictWord } from './verdict.tsx';

interface ClaimCardProps {
  readonly id: string;
  readonly title: string;
  /** Null where there is none to give. */
  readonly verdict: Verdict | null;
  /** Null where it cannot be had. */
  readonly picture: Picture | null;
  readonly open: boolean;
  readonly toggle: (id: string) => void;
  /** What stands below the row of cards while this one is open. */
  readonly children: ReactNode;
}

/** A claim at a glance: its title, its verdict, the picture that carries it, one line of numbers. A press opens it over the full width below. */
export function ClaimCard({ id, title, verdict, picture: drawn, open, toggle, children }: ClaimCardProps) {
  const picture = useMemo(() => (drawn === null ? null : saidPicture(drawn)), [drawn]);
  const origin = useMemo(
    () => ({
      about: [say('From the page of claims: {title}.', { title })],
      link: new URL(`./claims.html#${id}`, document.baseURI).href,
    }),
    [id, title],
  );
  return (
    <>
      <article className="claim-card" id={id} data-open={open} aria-labelledby={`${id}-title`}>
        <h3 id={`${id}-title`}>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? `${id}-open` : undefined}
            onClick={() => toggle(id)}
          >
            {title}
          </button>
        </h3>
        {verdict !== null && (
          <p className="card-verdict">
            <VerdictWord word={verdict.word} /> {say(verdict.condition)}
          </p>
        )}
        {picture !== null && (
          <>
            <p className="picture-title">{picture.title}</p>
            <PictureView panels={picture.panels} dots={[]} size="card" words={`${picture.title}. ${picture.words}`} />
            <p className="card-line">{picture.line}</p>
          </>
        )}
        {picture === null && <p className="quiet">{say('Its picture could not be had.')}</p>}
      </article>
      {open && (
        <section className="claim-open" id={`${id}-open`} aria-label={title}>
          <Part name={say('What belongs to this claim')}>
            <OriginContext value={origin}>
              <Suspense fallback={<p>…</p>}>{children}</Suspense>
            </OriginContext>
          </Part>
        </section>
      )}
    </>
  );
}
