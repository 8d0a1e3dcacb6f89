import { useEffect, useState } from 'react';
import type { Authors } from '../../claims/authors.ts';
import type { Claim, Verdict } from '../../claims/claim.ts';
import { physicsId } from '../../claims/physics-id.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import type { Card } from '../../claims/draw-pictures.ts';
import { paperFigures } from '../../claims/paper/paper-figures.ts';
import { claims, extras } from '../../claims/registry.ts';
import { OriginContext } from '../figures/origin-context.ts';
import { PageFrame } from '../page-frame.tsx';
import { lazyPart } from '../part.tsx';
import { ClaimCard } from './claim-card.tsx';
import { fetchAuthors, fetchCards, fetchVerdicts } from './fetch-cards.ts';
import { ReaderPicker, type Reader } from './reader-picker.tsx';
import '../style/claim-cards.css';

const ClaimDetail = lazyPart(() => import('./claim-detail.tsx'), 'ClaimDetail');
const PaperDetail = lazyPart(() => import('./paper-detail.tsx'), 'PaperDetail');
const PhysicsDetail = lazyPart(() => import('./physics-detail.tsx'), 'PhysicsDetail');

const kinds = Object.keys(physicsTasks) as PhysicsKind[];

/** Where figures of no sweep come from. */
const HERE = { about: ['From the page of claims.'], link: new URL('./claims.html', document.baseURI).href };

/** The six claims of the abstract, each with its verdict and the picture that carries it; then what lies beside them, and the paper's figures. */
export function ClaimsPage() {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict> | null>(null);
  const [cards, setCards] = useState<ReadonlyMap<string, Card> | null>(null);
  const [authors, setAuthors] = useState<Authors | null>(null);
  const [reader, setReader] = useState<Reader>('reader');
  const [problem, setProblem] = useState('');
  const { opened, toggle } = useOpened();
  useEffect(() => {
    void fetchVerdicts().then((found) => {
      if (found === null) setProblem('The verdicts could not be had; the experiments below can be run all the same.');
      setVerdicts(found ?? new Map());
    });
    void fetchCards().then((found) => setCards(found ?? new Map()));
    void fetchAuthors().then(setAuthors);
  }, []);
  const pictureOf = (id: string) => cards?.get(id)?.picture ?? null;
  const claimCard = (claim: Claim, number: number | null) => (
    <ClaimCard
      key={claim.id}
      id={claim.id}
      title={number === null ? claim.title : `${number}. ${claim.title}`}
      verdict={verdicts?.get(claim.id) ?? null}
      picture={pictureOf(claim.id)}
      open={opened.has(claim.id)}
      toggle={toggle}
    >
      <ClaimDetail
        claim={claim}
        verdict={verdicts?.get(claim.id) ?? null}
        picture={pictureOf(claim.id)}
        authors={authors}
        reader={reader}
      />
    </ClaimCard>
  );
  return (
    <OriginContext value={HERE}>
      <PageFrame here="claims">
        <div className="claims-head">
          <div>
            <h2>
              Six claims of a paper, tested
              <Count verdicts={verdicts ?? new Map()} />
            </h2>
            <p>
              From the abstract of{' '}
              <a href="https://arxiv.org/abs/2306.14133">
                “Provably Convergent Policy Optimization via Metric-aware Trust Region Methods”
              </a>{' '}
              (Song, He, Ding, Zhao 2023). A verdict is what the numbers say, whether it agrees with the paper or not.
              Press a card for why, and to try it yourself.
            </p>
          </div>
          <ReaderPicker reader={reader} choose={setReader} />
        </div>
        {problem !== '' && <p role="alert">{problem}</p>}
        {verdicts === null || cards === null ? (
          <p>…</p>
        ) : (
          <>
            <div className="claim-cards">{claims.map((claim, n) => claimCard(claim, n + 1))}</div>
            <h2>What the paper does not show</h2>
            <div className="claim-cards">{extras.map((claim) => claimCard(claim, null))}</div>
            <h2>Physics tasks: what each method reached</h2>
            <p>
              Networks in place of tables, and runs of minutes: what was recorded beforehand, with the settings that a
              task comes with where nothing else is said. A line is the median of its seeds.
            </p>
            <div className="claim-cards tasks">
              {kinds.map((kind) => (
                <ClaimCard
                  key={kind}
                  id={physicsId(kind)}
                  title={physicsTasks[kind].label}
                  verdict={null}
                  picture={pictureOf(physicsId(kind))}
                  open={opened.has(physicsId(kind))}
                  toggle={toggle}
                >
                  <PhysicsDetail
                    kind={kind}
                    card={cards.get(physicsId(kind)) ?? null}
                    authors={authors}
                    reader={reader}
                  />
                </ClaimCard>
              ))}
            </div>
            <h2>The paper’s figures</h2>
            <p>
              Every figure that the authors’ code makes of tables, made again over ten seeds. Ours are filled, with
              their 95 % intervals; theirs are open, with two standard deviations of their logged runs on either side.
            </p>
            <div className="claim-cards">
              {paperFigures.map((figure) => (
                <ClaimCard
                  key={figure.id}
                  id={figure.id}
                  title={figure.title}
                  verdict={null}
                  picture={pictureOf(figure.id)}
                  open={opened.has(figure.id)}
                  toggle={toggle}
                >
                  <PaperDetail figure={figure} card={cards?.get(figure.id) ?? null} authors={authors} reader={reader} />
                </ClaimCard>
              ))}
            </div>
          </>
        )}
      </PageFrame>
    </OriginContext>
  );
}

/** What is open: what the address names at first, and then what is pressed. */
function useOpened() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([location.hash.slice(1)]));
  useEffect(() => {
    const follow = (): void => setOpened((before) => new Set([...before, location.hash.slice(1)]));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const toggle = (id: string): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
    history.replaceState(null, '', next.has(id) ? `#${id}` : location.pathname);
  };
  return { opened, toggle };
}

function Count({ verdicts }: { readonly verdicts: ReadonlyMap<string, Verdict> }) {
  const words = claims.map(({ id }) => verdicts.get(id)?.word);
  const told = (
    [
      ['holds', 'holds', 'hold'],
      ['holds under conditions', 'only under conditions', 'only under conditions'],
      ['does not hold here', 'does not hold here', 'do not hold here'],
      ['not run', 'not run', 'not run'],
    ] as const
  ).flatMap(([word, one, several]) => {
    const count = words.filter((other) => other === word).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  return <span className="quiet claims-count"> {told.join(' · ')}</span>;
}
