import { useEffect } from 'react';
import { rowFacts } from '../../lessons/facts.ts';
import { keepAnswer } from '../../playground/lesson-progress.ts';
import { cornersOf, placeOf, type Shares } from '../../trust-regions/face.ts';
import { Handle } from '../one-state/handle.tsx';
import { sharesAt } from '../one-state/bandit.ts';
import { useCondition, usePlayground } from '../use-playground.ts';
import { AfterScene, type GoalProps } from './after-scene.tsx';
import { numberIn, sentence } from './rich-text.tsx';
import { useLessonWords } from './use-lesson-words.ts';
import { useSceneState } from './use-scene-state.ts';

const WIDTH = 268;
const HEIGHT = 246;
const PAD = 26;
const SCALE = WIDTH - 2 * PAD;
const FOOT = HEIGHT - 30;
/** The total variation within which a point counts as near. */
const NEAR = 0.1;
/** The three actions: at the left, at the right and on top, as the region is drawn. */
const FACE = [0, 2, 1];
const LETTERS = ['A', 'B', 'C'];

const onFace = ([a, b, c]: Shares): Shares => [a, c, b];
const offFace = onFace;

const place = (policy: Shares): { readonly x: number; readonly y: number } => {
  const { x, y } = placeOf(onFace(policy));
  return { x: PAD + x * SCALE, y: FOOT - y * SCALE };
};

/** Where the new policy will be: the reader puts a point, then the update comes. */
export function PlaceQuestion(props: GoalProps) {
  const { at, scene, copy, seen, language, done, onDone } = props;
  const { goal } = scene;
  const playground = usePlayground();
  const { frame } = useLessonWords(language);
  const status = useCondition((condition) => condition.status);
  const column = seen.columns[goal.kind === 'place' ? goal.column : 0];
  const shown = column?.frame ?? null;
  const row = column === undefined ? null : rowFacts(column);
  const old: Shares | null =
    shown?.kind === 'table' ? triple(row?.old ?? [...shown.policy.subarray(0, FACE.length)]) : null;
  const [guess, setGuess] = useSceneState<Shares | null>(at, 'guess', null);
  const [locked, setLocked] = useSceneState(at, 'locked', false);
  const next = row !== null && status !== 'opening' ? triple(row.next) : null;
  const landed = locked ? next : null;
  const point = guess ?? old ?? [1 / 3, 1 / 3, 1 / 3];
  const away = landed === null ? NaN : landed.reduce((sum, share, a) => sum + Math.abs(share - point[a]!), 0) / 2;
  useEffect(() => {
    if (landed === null || done) return;
    const said = LETTERS.map((letter, a) => `${letter} ${numberIn(language, point[a]!)}`).join(', ');
    keepAnswer(at, { said, right: away <= NEAR });
    onDone();
  });
  const spoken = sentence(frame.point, language, { a: point[0], b: point[1], c: point[2] });
  const corners = cornersOf(FACE).map((corner) => place(offFace(corner)));
  const mine = place(point);
  return (
    <>
      <p className="lesson-ask">{copy.ask}</p>
      <svg className="lesson-triangle" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
        <polygon className="bench-face" points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {corners.map(({ x, y }, n) => (
          <text key={n} className="bench-corner" x={x} y={n === 2 ? y - 8 : y + 18}>
            {LETTERS[FACE[n]!]}
          </text>
        ))}
        {old !== null && <circle className="lesson-old" cx={place(old).x} cy={place(old).y} r={8} />}
        {landed !== null && (
          <>
            <line className="lesson-miss" x1={mine.x} y1={mine.y} x2={place(landed).x} y2={place(landed).y} />
            <circle className="lesson-landed" cx={place(landed).x} cy={place(landed).y} r={7} />
          </>
        )}
        {locked ? (
          <circle className="bench-point" cx={mine.x} cy={mine.y} r={7} />
        ) : (
          <Handle
            x={mine.x}
            y={mine.y}
            label={copy.ask}
            text={spoken}
            value={Number((point[2] * 100).toFixed(0))}
            min={0}
            max={100}
            reach={[44, 44]}
            onGrab={() => undefined}
            onRelease={() => undefined}
            onMove={(x, y) => setGuess(offFace(sharesAt(FACE, (x - PAD) / SCALE, (FOOT - y) / SCALE)))}
            onStep={(right, up) => setGuess(stepped(point, right, up))}
          >
            <circle className="bench-point" cx={mine.x} cy={mine.y} r={8} />
          </Handle>
        )}
      </svg>
      <p className="quiet">{spoken}</p>
      {!locked && (
        <button
          type="button"
          className="primary"
          disabled={guess === null || status === 'opening'}
          onClick={() => {
            setLocked(true);
            playground.goTo(1);
          }}
        >
          {frame.place}
        </button>
      )}
      <div role="status">
        {landed !== null && (
          <>
            <p className={away <= NEAR ? 'lesson-right' : 'lesson-wrong'}>
              {sentence(away <= NEAR ? frame.near : frame.far, language, { distance: away })}
            </p>
            <AfterScene {...props} />
          </>
        )}
      </div>
    </>
  );
}

const triple = ([a = NaN, b = NaN, c = NaN]: readonly number[]): Shares => [a, b, c];

/** Keys: a hundredth to the right, which is from A to C, or upwards, which is to B; Home and End to a corner. */
function stepped(from: Shares, right: number, up: number): Shares {
  if (!Number.isFinite(up)) return up > 0 ? [0, 1, 0] : [1, 0, 0];
  const { x, y } = placeOf(onFace(from));
  return offFace(sharesAt(FACE, x + right / 100, y + (up / 100) * (Math.sqrt(3) / 2)));
}
