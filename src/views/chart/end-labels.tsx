import { say } from '../../copy/say.ts';
import { apartLabels } from './labels.ts';
import type { Scale } from './scales.ts';

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
  const places = series.map(({ middle }) => y(middle.findLast((value) => Number.isFinite(value)) ?? least));
  const gap = series.some(({ href }) => href !== undefined) ? 24 : 14;
  const moved = apartLabels(places, gap, top, bottom);
  return series.map((one, n) => ({ ...one, top: moved[n]! })).toSorted((a, b) => a.top - b.top);
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
      <a
        key={name}
        className="end-label"
        style={place}
        href={href}
        title={say('{name}: open the first of these runs', { name })}
      >
        {inside}
      </a>
    );
  });
}
