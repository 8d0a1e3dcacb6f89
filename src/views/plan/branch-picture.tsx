import { useMemo, useRef, useEffect } from 'react';
import { say, sayCount } from '../../copy/say.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { ParticlePlan } from '../../training/frame.ts';
import { drawTrail, sceneColors } from '../draw/scene.ts';
import { readable } from '../format.ts';
import { usePixelRatio } from '../use-playground.ts';
import { useCanvasColors } from '../use-theme.ts';

interface BranchPictureProps {
  readonly world: PhysicsWorld;
  /** Null before the first step: the place is kept. */
  readonly plan: ParticlePlan | null;
  /** Of both pictures together, in pixels. */
  readonly width: number;
}

const HEIGHT = 96;
const GAP = 6;
/** Under this nothing is to be seen in a picture. */
const LEAST = 70;

/** What the simulator made of the best particle and of the worst: the body step by step, the earlier the paler. */
export function BranchPicture({ world, plan, width }: BranchPictureProps) {
  const each = Math.floor((width - GAP) / 2);
  const branches = each < LEAST ? null : (plan?.branches ?? null);
  return (
    <div className="branches" style={{ gap: GAP }}>
      {plan !== null && branches !== null && (
        <>
          <Branch world={world} path={branches.best} of="best" advantage={Math.max(...plan.advantage)} width={each} />
          <Branch world={world} path={branches.worst} of="worst" advantage={Math.min(...plan.advantage)} width={each} />
        </>
      )}
    </div>
  );
}

interface BranchProps {
  readonly world: PhysicsWorld;
  readonly path: Float64Array;
  readonly of: 'best' | 'worst';
  readonly advantage: number;
  readonly width: number;
}

function Branch({ world, path, of, advantage, width }: BranchProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useCanvasColors();
  const ratio = Math.min(3, usePixelRatio() || 1);
  // as particles are: the best of A at one end of the scale, the worst at the other
  const color = theme.change[of === 'best' ? 230 : 25]!;
  const colors = useMemo(() => sceneColors(theme, color), [theme, color]);
  const steps = path.length / world.variables.length - 1;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(HEIGHT * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const each = world.variables.length;
    const scenes = Array.from({ length: steps + 1 }, (_, n) => world.sceneOf(path.subarray(n * each, (n + 1) * each)));
    drawTrail(context, scenes, width, HEIGHT, colors);
  }, [world, path, steps, width, ratio, colors]);
  const said =
    of === 'best'
      ? sayCount(
          steps,
          'The best particle: {count} step of the simulator from here, the earlier the paler',
          'The best particle: {count} steps of the simulator from here, the earlier the paler',
        )
      : sayCount(
          steps,
          'The worst particle: {count} step of the simulator from here, the earlier the paler',
          'The worst particle: {count} steps of the simulator from here, the earlier the paler',
        );
  return (
    <figure className="branch" title={said}>
      <canvas ref={canvas} style={{ width, height: HEIGHT }} role="img" aria-label={said} />
      <figcaption>
        {say(of === 'best' ? 'best particle, A {advantage}' : 'worst particle, A {advantage}', {
          advantage: readable(advantage),
        })}
      </figcaption>
    </figure>
  );
}
