import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { say, sayCount } from '../../copy/say.ts';
import type { PhysicsWorld } from '../../environments/physics.ts';
import type { RecordedEpisode } from '../../playground/recording.ts';
import type { Run } from '../../playground/run.ts';
import type { Episode } from '../../training/frame.ts';
import { colorOf } from '../chart/looks.ts';
import { drawScene, sceneColors } from '../draw/scene.ts';
import { readable } from '../format.ts';
import { usePixelRatio } from '../use-playground.ts';
import { useCanvasColors } from '../use-theme.ts';
import { EpisodePlayer } from './episode-player.ts';
import { drawStills, lastOf, secondsOf, stateOf } from './episode-stills.ts';

interface SceneViewProps {
  /** Whose episodes are played; null plays what was recorded, in nobody's colour. */
  readonly run: Run | null;
  readonly world: PhysicsWorld;
  /** Name of the column. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly which: 'latest' | 'best';
  /** Seconds of the task per second. */
  readonly rate: number;
  /** What is played where there is no run. */
  readonly recorded: RecordedEpisode | null;
}

/** Recordings are nobody's. */
const GREY = '#7d8793';

const reduced = matchMedia('(prefers-reduced-motion: reduce)');
const subscribeReduced = (changed: () => void): (() => void) => {
  reduced.addEventListener('change', changed);
  return () => reduced.removeEventListener('change', changed);
};

/** Milliseconds between two readings of the clock that is shown. */
const CLOCK = 100;
/** After a pause of the page, time goes on where it stood: at most so many seconds pass between two pictures. */
const LONGEST = 0.1;

/** An episode as it was acted, played in its own time; where motion is unwelcome, as stills in one picture. */
export function SceneView({ run, world, name, width, height, which, rate, recorded }: SceneViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const still = useSyncExternalStore(subscribeReduced, () => reduced.matches);
  const theme = useCanvasColors();
  const color = run === null ? GREY : colorOf(run.config.run);
  const colors = useMemo(() => sceneColors(theme, color), [theme, color]);
  const ratio = usePixelRatio();
  const [paused, setPaused] = useState(false);
  const [episode, setEpisode] = useState<Episode | null>(null);
  // a new run, task or choice begins a new show
  const player = useMemo(() => {
    void [run, which];
    return new EpisodePlayer(world.variables.length, world.timestep);
  }, [run, world, which]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || width <= 0) return undefined;
    sizeTo(context, width, height, ratio);
    let request = 0;
    let before = 0;
    let told = -Infinity;
    let visible = false;
    let drawn = -1;
    const paint = (): void => {
      const now = player.episode;
      setEpisode(now);
      if (now !== null && still) drawStills(context, world, now, width, height, colors);
      else drawScene(context, world.sceneOf(stateOf(now, player.index, world)), width, height, colors);
      drawn = player.index;
    };
    const tell = (now: number): void => {
      if (clock.current === null) return;
      told = now;
      clock.current.textContent = secondsOf(player.index * world.timestep);
    };
    const schedule = (): void => {
      const moves = visible && !document.hidden && !paused && !still && player.episode !== null;
      if (moves && request === 0) {
        before = performance.now();
        request = requestAnimationFrame(tick);
      } else if (!moves) {
        cancelAnimationFrame(request);
        request = 0;
      }
    };
    const tick = (now: number): void => {
      const shown = player.episode;
      player.advance(Math.min(LONGEST, Math.max(0, now - before) / 1000), rate);
      before = now;
      request = requestAnimationFrame(tick);
      if (player.index === drawn && player.episode === shown) return;
      paint();
      const atEnd = player.index === 0 || player.index === lastOf(player.episode, world);
      if (atEnd || now - told >= CLOCK) tell(now);
    };
    const take = (): void => {
      const shown = player.episode;
      const frame = run?.frame ?? null;
      player.offer(
        run === null ? (recorded?.episode ?? null) : frame === null || frame.kind === 'table' ? null : frame[which],
      );
      if (still) player.skip();
      if (player.episode !== shown) {
        paint();
        tell(performance.now());
      }
      schedule();
    };
    const observer = new IntersectionObserver((entries) => {
      visible = entries.at(-1)?.isIntersecting ?? false;
      schedule();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', schedule);
    const stop = run?.changed.subscribe(take);
    take();
    paint();
    tell(performance.now());
    return () => {
      cancelAnimationFrame(request);
      observer.disconnect();
      document.removeEventListener('visibilitychange', schedule);
      stop?.();
    };
  }, [run, world, which, rate, width, height, ratio, colors, paused, still, player, recorded]);

  const steps = lastOf(episode, world);
  const length = secondsOf(steps * world.timestep);
  const said =
    episode === null
      ? say('no episode has ended yet')
      : episode === recorded?.episode
        ? recorded.said
        : episodeWords(which, readable(episode.total), steps);
  const picture = <canvas ref={canvas} style={{ width, height }} role="img" aria-label={`${name}, ${said}`} />;
  return (
    <figure className="scene">
      {still ? (
        <div className="scene-picture">{picture}</div>
      ) : (
        <button
          type="button"
          className="scene-picture"
          disabled={episode === null}
          title={say(paused ? 'Play' : 'Pause')}
          aria-pressed={paused}
          onClick={() => setPaused(!paused)}
          // Space and Enter press this button and nothing else
          onKeyDown={(event) => (event.key === ' ' || event.key === 'Enter') && event.stopPropagation()}
        >
          {picture}
          <span className="visually-hidden">{say(', pause')}</span>
          {paused && <span className="scene-paused" aria-hidden="true" />}
        </button>
      )}
      <figcaption>
        <span className="scene-said">{said}</span>
        {episode !== null && (
          <span className="scene-time">
            {still ? `0 … ${length}` : 't = '}
            {!still && (
              <span ref={clock} className="scene-clock" style={{ minWidth: `${length.length}ch` }}>
                {secondsOf(player.index * world.timestep)}
              </span>
            )}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function episodeWords(which: 'latest' | 'best', total: string, steps: number): string {
  return which === 'latest'
    ? sayCount(steps, 'latest episode: return {total}, {count} step', 'latest episode: return {total}, {count} steps', {
        total,
      })
    : sayCount(steps, 'best episode: return {total}, {count} step', 'best episode: return {total}, {count} steps', {
        total,
      });
}

function sizeTo(context: CanvasRenderingContext2D, width: number, height: number, screen: number): void {
  const ratio = Math.min(3, screen || 1);
  context.canvas.width = Math.round(width * ratio);
  context.canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
