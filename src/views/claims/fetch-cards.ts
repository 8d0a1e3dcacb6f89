import * as v from 'valibot';
import type { Verdict } from '../../claims/claim.ts';
import type { Card } from '../../claims/draw-pictures.ts';
import { readAuthors, type Authors } from '../../claims/authors.ts';

const verdictFile = v.array(
  v.object({
    id: v.string(),
    word: v.picklist(['not run', 'holds', 'holds under conditions', 'does not hold here', 'seen']),
    condition: v.string(),
    sentences: v.array(v.string()),
  }),
);

/** Enough of a card to know that it is one: the file is made with the page. */
const cardFile = v.record(
  v.string(),
  v.looseObject({
    picture: v.looseObject({ title: v.string(), panels: v.array(v.looseObject({ kind: v.string() })) }),
  }),
);

/** The committed verdicts by claim; null where they cannot be had. */
export async function fetchVerdicts(): Promise<ReadonlyMap<string, Verdict> | null> {
  const read = v.safeParse(verdictFile, await fetchJson('verdicts'));
  return read.success ? new Map(read.output.map((verdict) => [verdict.id, verdict])) : null;
}

/** The pictures by claim and figure; null where they cannot be had. */
export async function fetchCards(): Promise<ReadonlyMap<string, Card> | null> {
  const read = v.safeParse(cardFile, await fetchJson('pictures'));
  return read.success ? new Map(Object.entries(read.output as unknown as Record<string, Card>)) : null;
}

/** The authors' own logged numbers; null where they cannot be had. */
export async function fetchAuthors(): Promise<Authors | null> {
  return readAuthors(await fetchJson('authors'));
}

async function fetchJson(name: string): Promise<unknown> {
  try {
    const response = await fetch(`./claims/${name}.json`);
    return await response.json();
  } catch {
    return null;
  }
}
