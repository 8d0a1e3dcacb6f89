import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import {
  formatNumber,
  readField,
  sentenceOf,
  textProblem,
  type ChoiceField,
  type Field,
  type NumberField,
  type TextField,
} from '../../field.ts';
import { say } from '../../copy/say.ts';
import { fromSlider, SLIDER_STEPS, sliderStep, toSlider, useDrag } from './slider.ts';

interface FieldControlProps<F extends Field> {
  readonly field: F;
  readonly value: F['default'];
  readonly onChange: (value: F['default']) => void;
  /** Name of the field in messages. */
  readonly name: string;
  readonly disabled?: boolean;
  /** A slider with its value, and nothing to type in. */
  readonly bare?: boolean;
}

/** A field's control: a slider with typed value, a list, or text. Double-click on its name returns to the default. */
export function FieldControl({ field, value, ...rest }: FieldControlProps<Field>) {
  switch (field.kind) {
    case 'number':
      return <NumberControl field={field} value={value as number} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} value={value as string} {...rest} />;
    case 'text':
      return <TextControl field={field} value={value as string} {...rest} />;
  }
}

function NumberControl({
  field,
  value,
  onChange,
  name,
  disabled = false,
  bare = false,
}: FieldControlProps<NumberField>) {
  const id = useId();
  const [text, setText] = useState(formatNumber(value));
  const [problem, setProblem] = useState<string>();
  const [dragged, drag] = useDrag(value, onChange);
  useEffect(() => {
    setText(formatNumber(value));
    setProblem(undefined);
  }, [value]);
  const commit = (): void => {
    const reading = readField<Field>(field, name, text);
    const kept = reading.unreadable === true ? value : (reading.value as number);
    setProblem(
      reading.problem &&
        sentenceOf(
          reading.unreadable === true
            ? { ...reading.problem, remedy: say('{value} is kept', { value: formatNumber(value) }) }
            : reading.problem,
        ),
    );
    if (kept !== value) onChange(kept);
    // the sentence stays, the text becomes what is used
    setText(formatNumber(kept));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setText(formatNumber(value));
  };
  return (
    <div className="field" title={say(field.help)} data-symbol={field.symbol}>
      <label
        htmlFor={bare ? `${id}-slider` : `${id}-text`}
        onDoubleClick={() => onChange(field.default)}
        title={`${say(field.help)} ${say('Double-click: back to {value}.', { value: formatNumber(field.default) })}`}
      >
        <Sign of={field.symbol} /> <span className="field-name">{say(field.label)}</span>
      </label>
      <input
        id={`${id}-slider`}
        type="range"
        min={0}
        max={SLIDER_STEPS}
        step={sliderStep(field)}
        value={toSlider(field, dragged)}
        disabled={disabled}
        aria-label={say('{label} {symbol}, slider', { label: say(field.label), symbol: field.symbol ?? '' })}
        aria-valuetext={`${formatNumber(dragged)} ${say(field.unit ?? '')}`}
        onChange={(event) => drag(fromSlider(field, Number(event.target.value)))}
        onDoubleClick={() => onChange(field.default)}
      />
      {bare ? (
        <output>{formatNumber(dragged)}</output>
      ) : (
        <input
          id={`${id}-text`}
          className="typed"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          disabled={disabled}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function ChoiceControl({ field, value, onChange, disabled = false }: FieldControlProps<ChoiceField>) {
  const id = useId();
  const chosen = field.options.find((option) => option.value === value);
  return (
    <div className="field choice" title={say(chosen?.help ?? field.help)}>
      <label htmlFor={id} onDoubleClick={() => onChange(field.default)}>
        <Sign of={field.symbol} /> <span className="field-name">{say(field.label)}</span>
      </label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

function TextControl({ field, value, onChange, disabled = false }: FieldControlProps<TextField>) {
  const id = useId();
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    setText(value);
    setProblem(undefined);
  }, [value]);
  const commit = (typed = text): void => {
    if (typed === value) return;
    // a line break at the end is no row
    const given = field.multiline === true ? typed.replace(/\/+$/, '') : typed;
    const wrong = textProblem(field, say(field.label), given);
    setProblem(wrong && `${wrong}.`);
    // what was typed stays to be mended; nothing is lost
    if (wrong === undefined) onChange(given);
  };
  const shared = {
    id,
    value: text,
    disabled,
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    onBlur: () => commit(),
  };
  return (
    <div className={field.multiline === true ? 'field text wide' : 'field text'} title={say(field.help)}>
      <label htmlFor={id}>
        <Sign of={field.symbol} /> <span className="field-name">{say(field.label)}</span>
      </label>
      {field.multiline === true ? (
        <>
          <textarea
            {...shared}
            value={text.replaceAll('/', '\n')}
            rows={Math.min(14, text.split('/').length + 1)}
            onChange={({ target, nativeEvent }) => {
              const typed = target.value.replaceAll('\n', '/');
              setText(typed);
              // what is pasted is whole
              if ((nativeEvent as InputEvent).inputType === 'insertFromPaste') commit(typed);
            }}
          />
          <button type="button" onClick={() => commit()} disabled={text === value}>
            {say('Use this map')}
          </button>
        </>
      ) : (
        <input
          {...shared}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      )}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A field's sign, as β, which is lit with its likes. */
function Sign({ of }: { readonly of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <i className="symbol" data-symbol={of}>
      {of}
    </i>
  );
}
