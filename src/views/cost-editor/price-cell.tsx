import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { say } from '../../copy/say.ts';
import { formatNumber, readField, sentenceOf, type NumberField } from '../../field.ts';
import { readable } from '../format.ts';
import { rounded } from '../one-state/bandit.ts';
import { priceField } from './cost-table.ts';

interface PriceCellProps {
  /** The actions that probability leaves and goes to. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Staying costs nothing, and cannot be changed. */
  readonly fixed: boolean;
  readonly current: boolean;
  readonly onFocus: () => void;
  readonly onGrab: () => void;
  readonly onChange: (value: number) => void;
  readonly onRelease: () => void;
  /** Arrow keys. */
  readonly onMove: (right: number, down: number) => void;
  readonly onUndo: (again: boolean) => void;
  readonly onProblem: (problem: string) => void;
}

/** Pixels from which on a press is a drag. */
const DRAG = 4;
/** Pixels of a drag that are one step. */
const PIXELS = 3;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A step of a price: a twentieth where it is small, two digits where it is large. */
function stepAt(value: number): number {
  return value < 5 ? priceField.step : value < 50 ? 0.5 : 5;
}

/** A price in the table: dragged up or down, or typed; arrow keys go on to the next. */
export function PriceCell(props: PriceCellProps) {
  const { from, to, value, fixed, onChange, onGrab, onRelease, onProblem } = props;
  const [text, setText] = useState<string | null>(null);
  const pressed = useRef<{ readonly y: number; readonly value: number } | null>(null);
  const dragging = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hold = (event: TouchEvent): void => {
      if (dragging.current) event.preventDefault();
    };
    const element = input.current;
    element?.addEventListener('touchmove', hold, { passive: false });
    return () => element?.removeEventListener('touchmove', hold);
  }, []);
  const commit = (): void => {
    if (text === null) return;
    setText(null);
    if (text.trim() === formatNumber(value)) return;
    const given = text.trim().replace('−', '-');
    const reading = readField<NumberField>(priceField, say('M of {from} to {to}', { from, to }), given);
    const { problem } = reading;
    onProblem(
      problem === undefined
        ? ''
        : sentenceOf(
            reading.unreadable === true
              ? { ...problem, remedy: say('{value} is kept', { value: formatNumber(value) }) }
              : problem,
          ),
    );
    if (reading.unreadable === true || reading.value === value) return;
    onGrab();
    onChange(reading.value);
    onRelease();
  };
  const turn = (steps: number, start = value): void => {
    const step = stepAt(start);
    onChange(rounded(Math.min(priceField.max, Math.max(0, start + steps * step)), step));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const arrow = ARROWS[event.key];
    const target = event.currentTarget;
    const whole = target.selectionStart === 0 && target.selectionEnd === target.value.length;
    const turned = { PageUp: 1, PageDown: -1, '+': 1, '-': -1, '−': -1 }[event.key];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && text === null)
      props.onUndo(event.shiftKey);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (arrow !== undefined && (arrow[0] === 0 || whole || text === null)) {
      commit();
      props.onMove(...arrow);
    } else if (turned !== undefined && text === null && !fixed) {
      onGrab();
      turn(turned * (event.shiftKey ? 10 : 1));
      onRelease();
    } else if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && text !== null) setText(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent<HTMLInputElement>): void => {
    const start = pressed.current;
    if (start === null || fixed) return;
    const up = start.y - event.clientY;
    if (!dragging.current) {
      if (Math.abs(up) < DRAG) return;
      dragging.current = true;
      // a finger loses it for a moment and has it again: that it is lost does not end a drag
      event.currentTarget.setPointerCapture(event.pointerId);
      setText(null);
      onGrab();
    }
    turn(Math.round(up / PIXELS), start.value);
  };
  const up = (): void => {
    pressed.current = null;
    if (!dragging.current) return;
    dragging.current = false;
    onRelease();
    input.current?.select();
  };
  return (
    <input
      ref={input}
      className="price-cell"
      inputMode="decimal"
      autoComplete="off"
      readOnly={fixed}
      tabIndex={props.current ? 0 : -1}
      aria-label={say(fixed ? '{from} to {to}: staying costs nothing' : 'from {from} to {to}', { from, to })}
      title={say(fixed ? 'Staying costs nothing.' : 'from {from} to {to}: {value}', {
        from,
        to,
        value: formatNumber(value),
      })}
      value={text ?? readable(value)}
      onChange={({ target }) => setText(target.value)}
      onFocus={({ target }) => {
        props.onFocus();
        target.select();
      }}
      onBlur={commit}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button === 0 && event.isPrimary) pressed.current = { y: event.clientY, value };
      }}
      // what is chosen of a text would be dragged away
      onDragStart={(event) => event.preventDefault()}
      onPointerMove={onPointerMove}
      onPointerUp={up}
      onPointerCancel={up}
    />
  );
}
