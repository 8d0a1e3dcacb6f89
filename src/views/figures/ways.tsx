import { say } from '../../copy/say.ts';
import type { Way } from './figure-card.tsx';

const WAYS: readonly (readonly [Way, string])[] = [
  ['save', 'save a file'],
  ['copy', 'copy'],
];

interface WaysProps {
  readonly way: Way;
  readonly choose: (way: Way) => void;
}

/** Whether buttons save or copy. */
export function Ways({ way, choose }: WaysProps) {
  return (
    <fieldset className="figure-ways">
      <legend>{say('The buttons')}</legend>
      {WAYS.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="figure-way" checked={way === value} onChange={() => choose(value)} /> {say(label)}
        </label>
      ))}
    </fieldset>
  );
}
