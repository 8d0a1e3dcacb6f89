import { say } from '../../copy/say.ts';

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value | 'mixed';
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side; a value that is none of them leaves all open. */
export function Switch<Value extends string>({ label, options, value, onChange }: SwitchProps<Value>) {
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} className={option === value ? 'on' : ''}>
          <input
            type="radio"
            className="visually-hidden"
            name={label}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {say(text)}
        </label>
      ))}
    </fieldset>
  );
}
