import type { Scale } from '../chart/scales.ts';

interface Named {
  readonly name: string;
  readonly color: string;
  readonly dash: readonly number[];
  readonly middle: readonly number[];
  readonly href?: string | undefined;
}

interface EndLabel extends Named {
  readonly top: number;
}

/** Names at the ends of their lines, moved apart where they would cover each other; links keep 24 pixels. */
export function endLabels(series: readonly Named[], y: Scale, top: number, bottom: number): EndLabel[] {
  const [least = 0] = y.domain();
  const labels = series
    .map((one) => ({ ...one, top: y(one.middle.findLast((value) => Number.isFinite(value)) ?? least) }))
    .toSorted((a, b) => a.top - b.top);
  const wanted = labels.some(({ href }) => href !== undefined) ? 24 : 14;
  const gap = Math.min(wanted, (bottom - top) / Math.max(1, labels.length - 1));
  // down from the top, then up from the bottom
  labels.forEach((label, n) => {
    label.top = Math.max(label.top, n === 0 ? top : labels[n - 1]!.top + gap);
  });
  for (let n = labels.length - 1; n >= 0; n -= 1) {
    const most = n === labels.length - 1 ? bottom : labels[n + 1]!.top - gap;
    labels[n]!.top = Math.min(labels[n]!.top, most);
  }
  return labels;
}

/** The names as text or links, beside a picture: what is in a picture cannot be walked to. */
export function EndLabels({
  labels,
  left,
  room,
}: {
  readonly labels: readonly EndLabel[];
  readonly left: number;
  readonly room: number;
}) {
  return labels.map(({ name, color, dash, top, href }) => {
    const inside = (
      <>
        <svg width="16" height="8" aria-hidden="true">
          <line x1="0" x2="16" y1="4" y2="4" stroke={color} strokeWidth="2" strokeDasharray={dash.join(' ')} />
        </svg>
        <span>{name}</span>
      </>
    );
    const place = { top: top - 12, left, maxWidth: room };
    return href === undefined ? (
      <span key={name} className="end-label" style={place} title={name} aria-hidden="true">
        {inside}
      </span>
    ) : (
      <a key={name} className="end-label" style={place} href={href} title={`${name}: open the first of these runs`}>
        {inside}
      </a>
    );
  });
}
