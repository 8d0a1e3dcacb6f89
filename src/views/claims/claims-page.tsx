import { useEffect, useMemo, useState } from 'react';
import type { Authors } from '../../claims/authors.ts';
import type { Claim, Verdict } from '../../claims/claim.ts';
import { physicsId } from '../../claims/physics-id.ts';
import { listed } from '../../copy/listed.ts';
import { say, sayCount } from '../../copy/say.ts';
import { physicsTasks, type PhysicsKind } from '../../environments/registry.ts';
import type { Card } from '../../claims/draw-pictures.ts';
import { paperFigures } from '../../claims/paper/paper-figures.ts';
import { claims, extras } from '../../claims/registry.ts';
import { OriginContext } from '../figures/origin-context.ts';
import { PageFrame } from '../page-frame.tsx';
import { PageSummary } from '../page-summary.tsx';
import { lazyPart } from '../part.tsx';
import { Rich } from '../rich.tsx';
import { ClaimCard } from './claim-card.tsx';
import { fetchAuthors, fetchCards, fetchVerdicts } from './fetch-cards.ts';
import { ReaderPicker, type Reader } from './reader-picker.tsx';
import '../style/claim-cards.css';
import '../style/claim-picture.css';

const ClaimDetail = lazyPart(() => import('./claim-detail.tsx'), 'ClaimDetail');
const PaperDetail = lazyPart(() => import('./paper-detail.tsx'), 'PaperDetail');
const PhysicsDetail = lazyPart(() => import('./physics-detail.tsx'), 'PhysicsDetail');

const kinds = Object.keys(physicsTasks) as PhysicsKind[];

/** Where figures of no sweep come from. */
const here = () => ({
  about: [say('From the page of claims.')],
  link: new URL('./claims.html', document.baseURI).href,
});

/** The six claims of the abstract, each with its verdict and the picture that carries it; then what lies beside them, and the paper's figures. */
export function ClaimsPage() {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict> | null>(null);
  const [cards, setCards] = useState<ReadonlyMap<string, Card> | null>(null);
  const [authors, setAuthors] = useState<Authors | null>(null);
  const [reader, setReader] = useState<Reader>('reader');
  const [problem, setProblem] = useState('');
  const { opened, toggle } = useOpened(verdicts !== null && cards !== null);
  const origin = useMemo(() => here(), []);
  useEffect(() => {
    void fetchVerdicts().then((found) => {
      if (found === null)
        setProblem(say('The verdicts could not be had; the experiments below can be run all the same.'));
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
      title={number === null ? say(claim.title) : `${number}. ${say(claim.title)}`}
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
    <OriginContext value={origin}>
      <PageFrame here="claims">
        <PageSummary
          here={say(
            'Here: the six claims of the paper’s abstract, each with a verdict and the picture that carries it; after them what lies beside them, physics tasks, and the paper’s figures.',
          )}
          turn={say(
            'You can turn: which cards are open, whether tables are unfolded, and in an open card how many seeds are run here.',
          )}
          now={say('Now: {verdicts}.', { verdicts: listed(countsOf(verdicts ?? new Map())) })}
          hint={say('Hint: the button of a card opens why it comes out so, and a smaller version to run.')}
        />
        <div className="claims-head">
          <div>
            <h2>
              {say('Six claims of a paper, tested')}
              <Count verdicts={verdicts ?? new Map()} />
            </h2>
            <p>
              <Rich
                of="From the abstract of <paper>“Provably Convergent Policy Optimization via Metric-aware Trust Region Methods”</paper> (Song, He, Ding, Zhao 2023). A verdict is what the numbers say, whether it agrees with the paper or not. Press a card for why, and to try it yourself."
                paper={(words) => <a href="https://arxiv.org/abs/2306.14133">{words}</a>}
              />
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
            <h2>{say('What the paper does not show')}</h2>
            <div className="claim-cards">{extras.map((claim) => claimCard(claim, null))}</div>
            <h2>{say('Physics tasks: what each method reached')}</h2>
            <p>
              {say(
                'Networks in place of tables, and runs of minutes: what was recorded beforehand, with the settings that a task comes with where nothing else is said. A line is the median of its seeds.',
              )}
            </p>
            <div className="claim-cards tasks">
              {kinds.map((kind) => (
                <ClaimCard
                  key={kind}
                  id={physicsId(kind)}
                  title={say(physicsTasks[kind].label)}
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
            <h2>{say('The paper’s figures')}</h2>
            <p>
              {say(
                'Every figure that the authors’ code makes of tables, made again over ten seeds. Ours are filled, with their 95 % intervals; theirs are open, with two standard deviations of their logged runs on either side.',
              )}
            </p>
            <div className="claim-cards">
              {paperFigures.map((figure) => (
                <ClaimCard
                  key={figure.id}
                  id={figure.id}
                  title={say(figure.title)}
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

/** The card that an address names, which may say a language too; '' for none. */
const namedCard = (): string => location.hash.slice(1).split('&', 1)[0]!;

/** What is open: what the address names at first, which is gone to once it is there, and then what is pressed. @param there whether the cards are */
function useOpened(there: boolean) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([namedCard()]));
  useEffect(() => {
    const follow = (): void => {
      setOpened((before) => new Set([...before, namedCard()]));
      document.getElementById(namedCard())?.scrollIntoView();
    };
    if (there) document.getElementById(namedCard())?.scrollIntoView();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [there]);
  const toggle = (id: string): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
    const language = /[#&](lang=[a-z]+)/.exec(location.hash)?.[1];
    const address = [next.has(id) ? id : '', language ?? ''].filter((part) => part !== '').join('&');
    history.replaceState(null, '', address === '' ? location.pathname : `#${address}`);
  };
  return { opened, toggle };
}

/** How many claims have each verdict. */
function countsOf(verdicts: ReadonlyMap<string, Verdict>): string[] {
  const words = claims.map(({ id }) => verdicts.get(id)?.word);
  return (
    [
      ['holds', '{count} holds', '{count} hold'],
      ['holds under conditions', '{count} only under conditions', '{count} only under conditions'],
      ['does not hold here', '{count} does not hold here', '{count} do not hold here'],
      ['not run', '{count} not run', '{count} not run'],
    ] as const
  ).flatMap(([word, one, several]) => {
    const count = words.filter((other) => other === word).length;
    return count === 0 ? [] : [sayCount(count, one, several)];
  });
}

function Count({ verdicts }: { readonly verdicts: ReadonlyMap<string, Verdict> }) {
  return <span className="quiet claims-count"> {countsOf(verdicts).join(' · ')}</span>;
}
