import { say } from '../../copy/say.ts';

/** Who reads: a researcher has tables, logs and commands unfolded. */
export type Reader = 'reader' | 'researcher';

const READERS: readonly (readonly [Reader, string])[] = [
  ['reader', 'as a reader'],
  ['researcher', 'as a researcher'],
];

export function ReaderPicker({
  reader,
  choose,
}: {
  readonly reader: Reader;
  readonly choose: (reader: Reader) => void;
}) {
  return (
    <fieldset className="reader-picker">
      <legend className="visually-hidden">{say('What an opened card unfolds')}</legend>
      {READERS.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name="reader" checked={reader === value} onChange={() => choose(value)} /> {say(label)}
        </label>
      ))}
    </fieldset>
  );
}
