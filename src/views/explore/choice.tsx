import { say } from '../../copy/say.ts';

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** One of some options, by its place. */
export function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <label className="layer">
      {say(label)}{' '}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {options.map((option, n) => (
          <option key={option} value={n}>
            {say(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
