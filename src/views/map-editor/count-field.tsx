import { useEffect, useId, useState } from 'react';
import { say } from '../../copy/say.ts';
import { readField, sentenceOf, type NumberField } from '../../field.ts';

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** What is wrong, in a sentence, or "". */
  readonly onProblem: (problem: string) => void;
}

/** A whole number with a button for one less and one for one more. */
export function CountField({ label, value, min, max, onChange, onProblem }: CountFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const field: NumberField = {
    kind: 'number',
    label,
    default: value,
    min,
    max,
    step: 1,
    scale: 'linear',
    integer: true,
    help: '',
  };
  const commit = (): void => {
    const given = text.trim();
    if (given === String(value)) return;
    const { value: next, problem, unreadable } = readField<NumberField>(field, label, given);
    onProblem(
      problem === undefined
        ? ''
        : sentenceOf(unreadable === true ? { ...problem, remedy: say('{value} is kept', { value }) } : problem),
    );
    setText(String(next));
    if (next !== value) onChange(next);
  };
  const step = (by: number): void => {
    onProblem('');
    onChange(value + by);
  };
  return (
    <span className="count-field">
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        aria-label={say('{label}: one less', { label })}
        disabled={value <= min}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        id={id}
        className="typed"
        inputMode="numeric"
        autoComplete="off"
        title={say('{label}: {min} to {max}', { label, min, max })}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setText(String(value));
        }}
      />
      <button
        type="button"
        aria-label={say('{label}: one more', { label })}
        disabled={value >= max}
        onClick={() => step(1)}
      >
        +
      </button>
    </span>
  );
}
