import { useMemo } from 'react';
import { frames } from 'virtual:lesson-frames';
import { decodeLink } from '../../config/link.ts';
import type { Heat } from '../../config/moment.ts';
import type { PlaygroundConfig } from '../../config/playground-config.ts';
import type { TablePicture } from '../../environments/picture.ts';
import { makePicture } from '../../environments/registry.ts';
import type { MomentColumn } from '../../lessons/moment-frames.ts';
import { methodOf, type MethodKind } from '../../methods/registry.ts';
import { firstLayer } from '../../playground/first-look.ts';
import { mostMoved } from '../../playground/most-moved.ts';
import { planAt } from '../../playground/plan.ts';
import type { TableFrame } from '../../training/frame.ts';
import { MEASURES } from '../../training/measure.ts';
import { colorOf } from '../chart/looks.ts';
import { SmallMap } from '../column/small-map.tsx';
import { Ribbons } from '../plan/ribbons.tsx';

interface MomentPictureProps {
  /** Under which the moment was computed when the page was built. */
  readonly moment: string;
  readonly link: string;
  readonly column: number;
  /** What a map shows, or the state whose update is drawn. */
  readonly shows: Heat | { readonly state: 'most' | number };
  readonly width: number;
  readonly height: number;
}

/** A moment of a run in small, by the painters of the playground; nothing where it was not computed. */
export function MomentPicture({ moment, link, column, shows, width, height }: MomentPictureProps) {
  const kept = frames[moment]?.[column];
  const made = useMemo(() => {
    const { config } = decodeLink(link);
    const picture = makePicture(config.world.kind, config.world.parameters);
    return kept === undefined || picture.kind !== 'table'
      ? null
      : { picture, frame: frameOf(kept, config), run: config.runs[column]! };
  }, [link, column, kept]);
  if (made === null || kept === undefined) return null;
  const { picture, frame, run } = made;
  const style = { '--method': colorOf(run) } as const;
  if (typeof shows === 'string' && picture.states > 1)
    return (
      <span className="moment-picture" style={style} aria-hidden="true">
        <SmallMap
          content={{ picture, layer: firstLayer(picture), heat: shows, ...frame, valueDomain: kept.domain }}
          width={width}
          height={height}
        />
      </span>
    );
  const state = stateOf(frame, picture, typeof shows === 'string' ? 'most' : shows.state);
  return (
    <span className="moment-picture flow" style={{ ...style, width, height }} aria-hidden="true">
      <SmallFlow picture={picture} frame={frame} method={run.method} state={state} width={width} height={height} />
    </span>
  );
}

/** A frame again, as far as pictures need one. */
function frameOf(column: MomentColumn, { training }: PlaygroundConfig): TableFrame {
  const { policy, previous, advantage, value, known, point } = column;
  return {
    kind: 'table',
    iteration: point === null ? 0 : 1,
    point,
    row: new Float64Array(MEASURES),
    rows: new Float64Array(0),
    settled: false,
    note: '',
    policy: Float64Array.from(policy),
    previous: Float64Array.from(previous),
    advantage: Float64Array.from(advantage),
    value: Float64Array.from(value),
    weight: new Float64Array(value.length).fill(1 / value.length),
    known: Uint8Array.from(known),
    cost: { cost: training.cost, costMatrix: training.costMatrix },
  };
}

function stateOf(frame: TableFrame, picture: TablePicture, state: 'most' | number): number {
  if (state !== 'most') return Math.min(state, picture.states - 1);
  const cells = picture.lattice.statesAt(firstLayer(picture));
  return mostMoved([frame], picture.actions.length, cells) ?? 0;
}

interface SmallFlowProps {
  readonly picture: TablePicture;
  readonly frame: TableFrame;
  readonly method: MethodKind;
  readonly state: number;
  readonly width: number;
  readonly height: number;
}

function SmallFlow({ picture, frame, method, state, width, height }: SmallFlowProps) {
  return (
    <Ribbons
      plan={planAt(method, frame, picture, state)}
      actions={picture.actions}
      own={methodOf(method).planning.kind === 'own'}
      advantages={false}
      next={null}
      width={width}
      height={height}
      letter={11}
      move={null}
      onChoose={() => undefined}
    />
  );
}
