import { useMemo, useState } from 'react';
import { say } from '../../copy/say.ts';
import { measureInfo, type Measure } from '../../training/measure.ts';
import { useCondition, usePlayground, useSignal } from '../use-playground.ts';
import { FigureCard, type Way } from './figure-card.tsx';
import { hereOf } from './here.ts';
import { pageLetters } from './letters.ts';
import { pageFigures } from './page-figures.ts';
import { Ways } from './ways.tsx';
import './figures.css';

/** Every picture, chart and table of the page at this moment, each with what it can be saved as. */
export function PageForm() {
  const playground = usePlayground();
  useSignal(playground.changed, 250);
  const status = useCondition((condition) => condition.status);
  const [letters] = useState(pageLetters);
  const [way, setWay] = useState<Way>('save');
  const [told, tell] = useState('');
  const [wishes, setWishes] = useState<readonly (Measure | undefined)[]>([]);
  const stands = status === 'ready' || status === 'failed';
  const { iteration } = playground;
  const groups = useMemo(() => {
    void iteration;
    const page = location.href.replace(/#.*$/, '');
    return stands ? pageFigures(hereOf(playground, letters, page), wishes) : null;
  }, [playground, letters, wishes, stands, iteration]);
  return (
    <form method="dialog" className="figures-form">
      <div className="figures-head">
        <h2 id="figures-title">{say('Save pictures and numbers')}</h2>
        <Ways way={way} choose={setWay} />
        <button type="submit">{say('Close')}</button>
        <p className="told" role="status">
          {told}
        </p>
      </div>
      <p className="quiet">
        {say(
          'Pictures are on white, with legend, settings, the link that shows them again, and what to cite. In CSV the last column says so once. SVG keeps its texts as texts; PNG is twice as fine as the screen.',
        )}
      </p>
      {groups === null ? (
        <p>{say('Waiting for the columns to stand…')}</p>
      ) : (
        groups.map(({ title, figures, choices }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul className="figure-cards">
              {figures.map((figure, n) => (
                <FigureCard key={figure.key} figure={figure} letters={letters} way={way} tell={tell}>
                  {choices !== undefined && (
                    <MeasureChoice
                      choices={choices[n]!}
                      wish={wishes[n]}
                      choose={(measure) => setWishes(choices.map((_, at) => (at === n ? measure : wishes[at])))}
                    />
                  )}
                </FigureCard>
              ))}
            </ul>
          </section>
        ))
      )}
    </form>
  );
}

interface MeasureChoiceProps {
  readonly choices: readonly Measure[];
  readonly wish: Measure | undefined;
  readonly choose: (measure: Measure) => void;
}

function MeasureChoice({ choices, wish, choose }: MeasureChoiceProps) {
  return (
    <label className="figure-choice">
      {say('shows')}{' '}
      <select value={wish ?? ''} onChange={({ target }) => choose(target.value as Measure)}>
        {wish === undefined && <option value="">{say('as the chart comes')}</option>}
        {choices.map((key) => (
          <option key={key} value={key}>
            {say(measureInfo(key).label)}
          </option>
        ))}
      </select>
    </label>
  );
}
