import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { Claim, Verdict } from '../../claims/claim.ts';
import { claims, extras } from '../../claims/registry.ts';
import { OriginContext } from '../figures/origin-context.ts';
import { PageFrame } from '../page-frame.tsx';
import { AuthorsTable, fetchAuthors, LeftOut, type Authors } from './authors.tsx';
import { ClaimSection } from './claim-section.tsx';
import { PhysicsRecords } from './physics-records.tsx';
import { VerdictWord } from './verdict.tsx';

const verdictFile = v.array(
  v.object({
    id: v.string(),
    word: v.picklist(['not run', 'holds', 'holds under conditions', 'does not hold here', 'seen']),
    condition: v.string(),
    sentences: v.array(v.string()),
  }),
);

/** Where figures of no sweep come from. */
const HERE = { about: ['From the page of claims.'], link: new URL('./claims.html', document.baseURI).href };

/** The six claims of the abstract: what the paper says, what was run, what came out. */
export function ClaimsPage() {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict> | null>(null);
  const [authors, setAuthors] = useState<Authors | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void fetchVerdicts().then((found) => {
      if (found === null) setProblem('The verdicts could not be had; the experiments below can be run all the same.');
      setVerdicts(found ?? new Map());
    });
    void fetchAuthors().then(setAuthors);
  }, []);
  const section = (claim: Claim, number: number | null) => (
    <ClaimSection key={claim.id} claim={claim} number={number} verdict={verdicts?.get(claim.id) ?? null}>
      {authors !== null && <AuthorsTable authors={authors} of={claim.authors} />}
    </ClaimSection>
  );
  return (
    <OriginContext value={HERE}>
      <PageFrame here="claims">
        <h2>Six claims, tested</h2>
        <p>
          The abstract of{' '}
          <a href="https://arxiv.org/abs/2306.14133">
            “Provably Convergent Policy Optimization via Metric-aware Trust Region Methods”
          </a>{' '}
          (Song, He, Ding, Zhao 2023) makes six claims. Behind each stand sweeps that anybody can run again: here,
          smaller, or whole in Node. A verdict is what the numbers say, whether it agrees with the paper or not.
        </p>
        {problem !== '' && <p role="alert">{problem}</p>}
        <ol className="claim-list">
          {claims.map((claim) => (
            <li key={claim.id}>
              <a href={`#${claim.id}`}>{claim.title}</a>{' '}
              {verdicts?.get(claim.id) !== undefined && <VerdictWord word={verdicts.get(claim.id)!.word} />}
            </li>
          ))}
        </ol>
        {claims.map((claim, n) => section(claim, n + 1))}
        <h2>What the paper does not show</h2>
        {extras.map((claim) => section(claim, null))}
        <PhysicsRecords authors={authors} />
        {authors !== null && <LeftOut authors={authors} />}
      </PageFrame>
    </OriginContext>
  );
}

async function fetchVerdicts(): Promise<ReadonlyMap<string, Verdict> | null> {
  try {
    const response = await fetch('./claims/verdicts.json');
    const read = v.safeParse(verdictFile, await response.json());
    return read.success ? new Map(read.output.map((verdict) => [verdict.id, verdict])) : null;
  } catch {
    return null;
  }
}
