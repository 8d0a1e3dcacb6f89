import { pairsOf } from './pairs-of.ts';

interface PlaneLinksProps {
  /** Where the actions stand, in the drawing. */
  readonly points: readonly (readonly [number, number])[];
  /** Width and height of the plane. */
  readonly side: number;
  /** The action whose links are looked at; none without it. */
  readonly looked?: number | null;
}

/** The plane that actions stand in, and a line for each of their distances. */
export function PlaneLinks({ points, side, looked = null }: PlaneLinksProps) {
  return (
    <>
      <rect className="bench-plane" x={0.5} y={0.5} width={side - 1} height={side - 1} rx={5} />
      {pairsOf(points).map(({ from, to, i, j }) => (
        <line
          key={`${i}-${j}`}
          className="bench-link"
          data-looked={looked === i || looked === j}
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
        />
      ))}
    </>
  );
}
