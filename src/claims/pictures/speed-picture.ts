import { middle, nameOf, said, type CellNumber, type Evidence, type SeriesName } from '../evidence.ts';
import { RIVALS } from '../rivals.ts';
import type { Drawing, PictureRow, RowsPanel } from './picture.ts';
import { rounded } from './points.ts';

const SERIES = ['kl', 'wasserstein', 'sinkhorn'] as const;

/** A series' updates as a multiple of WPO's: a mark for each setting in which both arrive, and their median. */
function rowOf(series: SeriesName, own: readonly CellNumber[], wpo: readonly CellNumber[]): PictureRow {
  const marks = own.flatMap(({ value }, n) => {
    const ratio = value / wpo[n]!.value;
    return Number.isFinite(ratio) ? [rounded(ratio)] : [];
  });
  const value = rounded(middle(marks));
  return {
    name: nameOf(series),
    method: series as PictureRow['method'],
    value,
    low: value,
    high: value,
    marks,
    text: Number.isNaN(value) ? 'never arrives' : `${said(value)} ×`,
    reference: null,
  };
}

function panel(key: string, title: string, note: string, rows: readonly PictureRow[]): RowsPanel {
  return {
    kind: 'rows',
    key,
    title,
    note,
    x: { label: 'updates, as a multiple of WPO’s', scale: 'linear' },
    better: 'lower',
    bars: true,
    level: { value: 1, label: 'as WPO' },
    rows,
  };
}

const ofSetting = (evidence: Evidence, series: SeriesName, advantages?: string): readonly CellNumber[] =>
  evidence
    .values('gap', 'goalIteration', series)
    .filter(({ labels }) => advantages === undefined || labels[1] === advantages);

/** How many updates each needs to come within 1 %: where the number δ is equal, and where the movement is. */
export const speedPicture: Drawing = {
  needs: ['5-radius', '5-movement', '5-rivals'],
  draws([radius, movement, rivals]) {
    const worlds = radius!.labels(0).length;
    const equal = SERIES.map((series) =>
      rowOf(series, ofSetting(radius!, series, 'exact'), ofSetting(radius!, 'wasserstein', 'exact')),
    );
    const wpo = ofSetting(movement!, 'wasserstein');
    const matched = SERIES.map((series) => rowOf(series, ofSetting(movement!, series), wpo));
    const others = RIVALS.map((series) => rowOf(series, ofSetting(rivals!, series), wpo));
    const [byRadius, byMovement] = [equal[2]!.value, matched[2]!.value];
    const settings = movement!.labels(0).length * movement!.labels(1).length;
    return {
      title:
        byRadius < 1
          ? byMovement < 0.9
            ? 'Sinkhorn needs fewer updates, at the same δ and at the same movement'
            : 'Fewer updates at the same δ; as many where both move equally far'
          : 'Sinkhorn needs no fewer updates, not even at the same δ',
      line: `Sinkhorn’s updates, WPO’s being 1: ${said(byRadius)} at equal δ, ${said(byMovement)} at equal movement.`,
      words: `Updates until 1 % of the first distance is left, as a multiple of WPO’s, medians. At equal δ: ${equal.map(({ name, text }) => `${name} ${text}`).join(', ')}. At equal movement: ${[...matched, ...others].map(({ name, text }) => `${name} ${text}`).join(', ')}.`,
      panels: [
        panel('radius', 'equal δ', `bar: median; a dot a world, ${worlds} worlds`, equal),
        panel('movement', 'equal movement', `bar: median; a dot a setting, ${settings} settings`, matched),
      ],
      more: [panel('rivals', 'equal movement, other trust regions', 'bar: median; a dot a setting', others)],
    };
  },
};
