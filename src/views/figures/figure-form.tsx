import { useState } from 'react';
import { say } from '../../copy/say.ts';
import type { Figure } from './figure.ts';
import { FigureCard, type Way } from './figure-card.tsx';
import { pageLetters } from './letters.ts';
import { Ways } from './ways.tsx';
import './figures.css';

/** One figure with what it can be saved as. */
export function FigureForm({ figure }: { readonly figure: Figure }) {
  const [letters] = useState(pageLetters);
  const [way, setWay] = useState<Way>('save');
  const [told, tell] = useState('');
  return (
    <form method="dialog" className="figure-form">
      <Ways way={way} choose={setWay} />
      <ul className="figure-cards one">
        <FigureCard figure={figure} letters={letters} way={way} tell={tell} />
      </ul>
      <p className="told" role="status">
        {told}
      </p>
      <div className="dialog-buttons">
        <button type="submit">{say('Close')}</button>
      </div>
    </form>
  );
}
