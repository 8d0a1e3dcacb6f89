import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

interface HandleProps {
  /** Where it stands, in units of the drawing. */
  readonly x: number;
  readonly y: number;
  /** "reward of A" */
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Pixels around it that take hold of it: width and height. */
  readonly reach: readonly [number, number];
  readonly onGrab: () => void;
  readonly onMove: (x: number, y: number) => void;
  readonly onRelease: () => void;
  /** Arrow keys: one step, or ten with Shift, to the right and upwards; Home and End as ±∞ upwards. */
  readonly onStep: (right: number, up: number) => void;
  readonly onLook?: (looking: boolean) => void;
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** A part of a drawing that is dragged by pointer or finger, and moved by keys. */
export function Handle(props: HandleProps) {
  const { x, y, reach, onMove, onGrab, onRelease, onStep, onLook } = props;
  // from the pointer to the middle of what it took hold of
  const grip = useRef<readonly [number, number] | null>(null);
  const element = useRef<SVGGElement>(null);
  useEffect(() => {
    // a finger that has taken hold does not scroll; what React listens with could not say so
    const hold = (event: TouchEvent): void => event.preventDefault();
    const group = element.current;
    group?.addEventListener('touchstart', hold, { passive: false });
    return () => group?.removeEventListener('touchstart', hold);
  }, []);
  const down = (event: PointerEvent<SVGGElement>): void => {
    if (event.button !== 0) return;
    const [px, py] = pointIn(event);
    grip.current = [x - px, y - py];
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
    onGrab();
  };
  const move = (event: PointerEvent<SVGGElement>): void => {
    if (grip.current === null) return;
    const [px, py] = pointIn(event);
    onMove(px + grip.current[0], py + grip.current[1]);
  };
  const up = (): void => {
    if (grip.current === null) return;
    grip.current = null;
    onRelease();
  };
  const key = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const many = event.shiftKey ? 10 : 1;
    onStep(step[0] * many, step[1] * many);
  };
  return (
    <g
      ref={element}
      className="bench-handle"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuetext={props.text}
      aria-valuenow={props.value}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onLostPointerCapture={up}
      onKeyDown={key}
      onFocus={() => onLook?.(true)}
      onBlur={() => onLook?.(false)}
      onPointerEnter={() => onLook?.(true)}
      onPointerLeave={() => onLook?.(false)}
    >
      <rect
        className="bench-reach"
        x={x - reach[0] / 2}
        y={y - reach[1] / 2}
        width={reach[0]}
        height={reach[1]}
        rx={Math.min(...reach) / 2}
      />
      {props.children}
    </g>
  );
}

/** Where a pointer is, in units of the drawing. */
function pointIn(event: PointerEvent<SVGGElement>): readonly [number, number] {
  const drawing = event.currentTarget.ownerSVGElement!;
  const box = drawing.getBoundingClientRect();
  const { width, height } = drawing.viewBox.baseVal;
  return [((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * height) / box.height];
}
