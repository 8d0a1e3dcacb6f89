import { area, line, type ScaleLinear } from 'd3';
import type { ClippedGaussian } from './particle-plan.ts';

interface ParticleDensityProps {
  readonly gaussian: ClippedGaussian;
  /** Pixels of [−1, 1]. */
  readonly x: ScaleLinear<number, number>;
  readonly base: number;
  readonly height: number;
  /** Density that is as high as the picture. */
  readonly peak: number;
  /** 1 hangs downwards, −1 stands upwards. */
  readonly way: 1 | -1;
  readonly kind: 'old' | 'new';
}

const POINTS = 80;
const BAR = 5;
/** Room beyond the bars for their numbers. */
const NUMBER = 10;

/** A Gaussian inside its box, with the mass beyond it as bars at the edges (as high as the picture when all mass is there). */
export function ParticleDensity({ gaussian, x, base, height, peak, way, kind }: ParticleDensityProps) {
  const points = Array.from({ length: POINTS + 1 }, (_, n) => (2 * n) / POINTS - 1);
  const y = (at: number): number => base + way * height * Math.min(1, gaussian.density(at) / peak);
  const inside = area<number>(x, base, y)(points) ?? '';
  const edge = line<number>(x, y)(points) ?? '';
  const mean = x(Math.min(1, Math.max(-1, gaussian.mean)));
  return (
    <g className={`density ${kind}`}>
      <path d={inside} className="density-inside" />
      <path d={edge} className="density-edge" />
      <line x1={mean} x2={mean} y1={base} y2={y(Math.min(1, Math.max(-1, gaussian.mean)))} className="density-mean" />
      {gaussian.atoms.map((mass, side) => {
        const length = (height - NUMBER) * mass;
        if (length < 0.25) return null;
        const left = side === 0 ? x(-1) - BAR - 1 : x(1) + 1;
        const end = base + way * length;
        return (
          <g key={side === 0 ? 'low' : 'high'}>
            <rect className="density-atom" x={left} y={Math.min(base, end)} width={BAR} height={length} />
            <text
              x={side === 0 ? left + BAR : left}
              y={end + (way === 1 ? 9 : -2.5)}
              textAnchor={side === 0 ? 'end' : 'start'}
              className="density-share"
            >
              {mass >= 0.995 ? '1' : mass.toFixed(2).slice(1)}
            </text>
          </g>
        );
      })}
      <line x1={x(-1)} x2={x(1)} y1={base} y2={base} className="density-base" />
    </g>
  );
}
