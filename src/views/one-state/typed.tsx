import { useEffect, useState } from 'react';
import { say } from '../../copy/say.ts';
import { isDecimal } from '../../field.ts';
import { clamp } from './bandit.ts';

interface TypedProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  readonly onChange: (value: number) => void;
}

/** A number to be typed; what is none goes back to what it was. */
export function Typed({ label, value, min, max, decimals, onChange }: TypedProps) {
  const shown = String(Number(value.toFixed(decimals)));
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const commit = (): void => {
    const given = text.trim().replace('−', '-');
    if (given === shown) return;
    const next = isDecimal(given) ? clamp(Number(given), min, max) : null;
    if (next === null) setText(shown);
    else {
      setText(String(next));
      onChange(next);
    }
  };
  return (
    <input
      className="typed"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      title={say('{label}: {min} to {max}', { label, min, max }).replace('-', '−')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setText(shown);
      }}
    />
  );
}
