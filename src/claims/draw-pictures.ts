import type { SweepRecord } from '../sweeps/sweep.ts';
import type { Authors } from './authors.ts';
import type { Claim } from './claim.ts';
import { Evidence } from './evidence.ts';
import { drawFigure } from './paper/draw-figure.ts';
import type { Compared } from './paper/paper-figure.ts';
import { paperFigures } from './paper/paper-figures.ts';
import type { Reached } from './recordings/reached.ts';
import type { Picture } from './pictures/picture.ts';

/** A picture as the page has it before anything is opened. */
export interface Card {
  readonly picture: Picture;
  /** Of a figure of the paper. */
  readonly compared?: readonly Compared[];
  /** Of a physics task. */
  readonly reached?: readonly Reached[];
}

const RESAMPLES = 2000;

/** The picture of a claim from its records; null where one that it needs is not there. @param resamples of intervals; 0 leaves them out */
export function drawClaim(
  { drawing }: Claim,
  records: ReadonlyMap<string, SweepRecord>,
  resamples = RESAMPLES,
): Picture | null {
  const needed = drawing.needs.map((file) => records.get(file));
  if (!needed.every((record) => record !== undefined)) return null;
  return drawing.draws(
    needed.map((record) => new Evidence(record)),
    resamples,
  );
}

/** The pictures of claims and of the paper's figures, by id, as far as their records are there; what is drawn only where there is room is left out. */
export function drawPictures(
  claims: readonly Claim[],
  records: ReadonlyMap<string, SweepRecord>,
  authors: Authors,
): Record<string, Card> {
  const cards: Record<string, Card> = {};
  for (const claim of claims) {
    const picture = drawClaim(claim, records);
    if (picture !== null) cards[claim.id] = { picture: { ...picture, more: [] } };
  }
  for (const figure of paperFigures) {
    const record = records.get(figure.file);
    if (record === undefined) continue;
    const { picture, compared } = drawFigure(figure, record, authors);
    cards[figure.id] = { picture: { ...picture, more: [] }, compared };
  }
  return cards;
}
