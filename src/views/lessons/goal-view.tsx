import { useEffect } from 'react';
import { say } from '../../copy/say.ts';
import { columnNames } from '../../config/column-names.ts';
import type { Watched } from '../../lessons/facts.ts';
import { methods, type RunConfig } from '../../methods/registry.ts';
import { keepAnswer } from '../../playground/lesson-progress.ts';
import { useCondition, useConfig, usePlayground } from '../use-playground.ts';
import { AfterScene, type GoalProps } from './after-scene.tsx';
import { PlaceQuestion } from './place-question.tsx';
import { sentence } from './rich-text.tsx';
import { openFragment } from './open-fragment.ts';
import { useLessonWords } from './use-lesson-words.ts';
import { useSceneState } from './use-scene-state.ts';

/** What the reader does in a scene, and what is said when it was done. */
export function GoalView(props: GoalProps) {
  switch (props.scene.goal.kind) {
    case 'look':
      return (
        <>
          <p className="lesson-ask">{props.copy.ask}</p>
          <AfterScene {...props} />
        </>
      );
    case 'do':
      return <Deed {...props} />;
    case 'choose':
      return <Question {...props} />;
    case 'place':
      return <PlaceQuestion {...props} />;
  }
}

function Deed(props: GoalProps) {
  const { scene, copy, seen, language, done, onDone } = props;
  const playground = usePlayground();
  const { frame } = useLessonWords(language);
  const { goal } = scene;
  const ready = useCondition((condition) => condition.status !== 'opening');
  const reached = goal.kind === 'do' && ready && goal.until(seen);
  useEffect(() => {
    if (reached && !done) onDone();
  }, [reached, done, onDone]);
  const draws = seen.config.world.kind === 'gridworld';
  return (
    <>
      <p className="lesson-ask" data-done={done}>
        <span aria-hidden="true">{done ? '☑' : '☐'}</span> {copy.ask}
      </p>
      {draws && !done && (
        <button type="button" onClick={() => playground.look({ editor: { kind: 'map' } })}>
          {frame.board}
        </button>
      )}
      <div role="status">
        {done && (
          <>
            <p className="lesson-right">{frame.done}</p>
            <AfterScene {...props} />
          </>
        )}
      </div>
    </>
  );
}

/** Columns as the words of lessons call them. */
function namesOf(runs: readonly RunConfig[]): string[] {
  const kinds = new Set(runs.map(({ method }) => method));
  if (kinds.size < runs.length) return columnNames(runs);
  return runs.map(({ method }) => (method === 'kl' ? methods[method].short : say(methods[method].label)));
}

/** A prediction: one of a few, then the run, then both side by side. */
function Question(props: GoalProps) {
  const { at, scene, copy, seen, language, done, onDone } = props;
  const { goal } = scene;
  if (goal.kind !== 'choose') throw new TypeError('A question without options.');
  const playground = usePlayground();
  const { frame } = useLessonWords(language);
  const [chosen, setChosen] = useSceneState<string | null>(at, 'chosen', null);
  const [locked, setLocked] = useSceneState(at, 'locked', false);
  const [before, setBefore] = useSceneState<readonly Watched[]>(at, 'before', []);
  const status = useCondition((condition) => condition.status);
  // a room has foreseen it by raising hands
  const lecture = useConfig((config) => config.view === 'lecture');
  const names = namesOf(seen.config.runs);
  const called = (option: string): string => copy.options?.[option] ?? names[Number(option)] ?? option;
  const arrived =
    status !== 'opening' &&
    seen.columns.length > 0 &&
    playground.playback.target >= goal.at &&
    seen.columns.every(({ frame: shown }) => shown !== null && (shown.iteration >= goal.at || shown.settled));
  // whoever has run it already has seen what would be asked
  const spoilt = !locked && goal.opens === undefined && arrived;
  const answer = arrived && (locked || spoilt) ? goal.answer(seen.columns, before) : null;
  const right = answer !== null && answer === chosen;
  useEffect(() => {
    if (answer === null || done) return;
    if (locked && chosen !== null) keepAnswer(at, { said: called(chosen), right });
    onDone();
  });
  const lock = (): void => {
    setBefore(seen.columns);
    setLocked(true);
    if (goal.opens === undefined) playground.goTo(goal.at);
    else openFragment(playground, goal.opens.replace(/&end$/, `&lesson=${at}&end`));
  };
  return (
    <>
      <fieldset className="lesson-options" disabled={locked || spoilt}>
        <legend className="lesson-ask">{copy.ask}</legend>
        {goal.options.map((option) => (
          <label key={option} data-answer={answer === option}>
            <input type="radio" name={at} checked={chosen === option} onChange={() => setChosen(option)} />
            <span>{called(option)}</span>
            {answer === option && <span className="lesson-tick"> ✓</span>}
          </label>
        ))}
      </fieldset>
      {!locked && !spoilt && (
        <button
          type="button"
          className="primary"
          disabled={(chosen === null && !lecture) || status === 'opening'}
          onClick={lock}
        >
          {chosen === null && lecture ? frame.show : frame.predict}
        </button>
      )}
      <div role="status">
        {locked && answer === null && <p className="quiet">{frame.waiting}</p>}
        {answer !== null && (
          <>
            <p className={right ? 'lesson-right' : 'lesson-wrong'}>
              {chosen === null
                ? sentence(locked ? frame.is : frame.seen, language, { answer: called(answer) })
                : sentence(right ? frame.right : frame.wrong, language, {
                    said: called(chosen),
                    answer: called(answer),
                  })}
            </p>
            <AfterScene {...props} />
          </>
        )}
      </div>
    </>
  );
}
