import { pathRound, type Path } from 'd3';
import type { Drawn } from './figure.ts';
import type { Letters } from './letters.ts';
import { attributes, escaped, short } from './xml.ts';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** What `save` keeps. */
interface State {
  readonly matrix: Matrix;
  readonly clip: string | null;
  readonly dash: readonly number[];
  readonly pens: Pens;
}

const firstPens = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};

type Pens = typeof firstPens;

const STILL: Matrix = [1, 0, 0, 1, 0, 0];
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };

/**
 * Takes what painters do on a canvas and writes it as SVG. It has what the painters here use of a 2D context and no more: a call of something else throws, so
 * that nothing is left out unseen. (The kept libraries for this build a whole document, and of all of a context; this one is a page long.)
 */
class SvgContext implements Partial<Pens> {
  readonly canvas = { width: 0, height: 0 };
  fillStyle = firstPens.fillStyle;
  strokeStyle = firstPens.strokeStyle;
  lineWidth = firstPens.lineWidth;
  lineCap = firstPens.lineCap;
  lineJoin = firstPens.lineJoin;
  globalAlpha = firstPens.globalAlpha;
  font = firstPens.font;
  textAlign = firstPens.textAlign;
  textBaseline = firstPens.textBaseline;
  readonly #letters: Letters;
  readonly #prefix: string;
  readonly #parts: string[] = [];
  readonly #defs: string[] = [];
  readonly #kept: State[] = [];
  #matrix: Matrix = STILL;
  #clip: string | null = null;
  #dash: readonly number[] = [];
  #path: Path = pathRound(2);
  /** The clip of the group that is open. */
  #open: string | null = null;

  constructor(letters: Letters, prefix: string) {
    this.#letters = letters;
    this.#prefix = prefix;
  }

  /** All that was drawn. */
  markup(): string {
    this.#within(null);
    const defs = this.#defs.length === 0 ? '' : `<defs>${this.#defs.join('')}</defs>`;
    return defs + this.#parts.join('');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    const pens = { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline };
    this.#kept.push({ matrix: this.#matrix, clip: this.#clip, dash: this.#dash, pens });
  }

  restore(): void {
    const state = this.#kept.pop();
    if (state === undefined) return;
    this.#matrix = state.matrix;
    this.#clip = state.clip;
    this.#dash = state.dash;
    Object.assign(this, state.pens);
  }

  setTransform(...matrix: Matrix): void {
    this.#matrix = matrix;
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  beginPath(): void {
    this.#path = pathRound(2);
  }

  closePath(): void {
    this.#path.closePath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  /** The first point of a path begins it. */
  lineTo(x: number, y: number): void {
    if (this.#path.toString() === '') this.#path.moveTo(x, y);
    else this.#path.lineTo(x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path.bezierCurveTo(x1, y1, x2, y2, x, y);
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.#path.arc(x, y, radius, from, to);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height);
  }

  /** Nothing lies under a picture that begins with this. */
  clearRect(): void {
    if (this.#parts.length > 0) throw new Error('A picture that is saved is drawn once, and nothing of it is cleared.');
  }

  clip(): void {
    const id = `${this.#prefix}-clip-${this.#defs.length}`;
    const outer = this.#clip === null ? undefined : `url(#${this.#clip})`;
    const shape = `<path${attributes({ d: this.#path.toString(), transform: this.#transform() })}/>`;
    this.#defs.push(`<clipPath${attributes({ id, 'clip-path': outer })}>${shape}</clipPath>`);
    this.#clip = id;
  }

  fill(): void {
    this.#put('path', { d: this.#path.toString(), ...this.#filled() });
  }

  stroke(): void {
    const plain = <Value>(value: Value, usual: Value): Value | undefined => (value === usual ? undefined : value);
    this.#put('path', {
      d: this.#path.toString(),
      fill: 'none',
      stroke: this.strokeStyle,
      'stroke-width': plain(this.lineWidth, 1),
      'stroke-linecap': plain(this.lineCap, 'butt'),
      'stroke-linejoin': plain(this.lineJoin, 'miter'),
      'stroke-opacity': plain(this.globalAlpha, 1),
      'stroke-dasharray': this.#dash.length === 0 ? undefined : this.#dash.join(' '),
    });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (width > 0 && height > 0) this.#put('rect', { x, y, width, height, ...this.#filled() });
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#letters.width(text, this.font) };
  }

  fillText(text: string, x: number, y: number): void {
    const { weight, size } = partsOf(this.font);
    const drop = this.#letters.drop(this.font, this.textBaseline as CanvasTextBaseline);
    const place = { x, y: y + drop, 'font-size': size, 'font-weight': weight, 'text-anchor': ANCHORS[this.textAlign] };
    this.#put('text', { ...place, ...this.#filled() }, escaped(text));
  }

  #filled(): { fill: string; 'fill-opacity': number | undefined } {
    return { fill: this.fillStyle, 'fill-opacity': this.globalAlpha === 1 ? undefined : this.globalAlpha };
  }

  #put(name: string, all: Readonly<Record<string, string | number | undefined>>, inside?: string): void {
    if (all['d'] === '') return;
    this.#within(this.#clip);
    const shown = attributes({ ...all, transform: this.#transform() });
    this.#parts.push(inside === undefined ? `<${name}${shown}/>` : `<${name}${shown}>${inside}</${name}>`);
  }

  /** Opens the group of a clip, which its shapes share. */
  #within(clip: string | null): void {
    if (clip === this.#open) return;
    if (this.#open !== null) this.#parts.push('</g>');
    if (clip !== null) this.#parts.push(`<g clip-path="url(#${clip})">`);
    this.#open = clip;
  }

  #transform(): string | undefined {
    return this.#matrix.every((entry, n) => entry === STILL[n])
      ? undefined
      : `matrix(${this.#matrix.map(fine).join(' ')})`;
  }
}

const fine = (entry: number): string => String(Math.round(entry * 1e6) / 1e6 + 0);

/** "600 12px system-ui" in parts. */
function partsOf(font: string): { readonly weight: string | undefined; readonly size: string } {
  const [, weight, size = '10'] = /^(?:(\d+|bold) )?([\d.]+)px/.exec(font) ?? [];
  return { weight, size: short(Number(size)) };
}

/** A picture by a painter. @param prefix of ids: unlike that of any other picture of a file */
export function paintedSvg(
  width: number,
  height: number,
  letters: Letters,
  paint: (context: CanvasRenderingContext2D) => void,
  prefix = 'p',
): Drawn {
  const context = new SvgContext(letters, prefix);
  paint(context as unknown as CanvasRenderingContext2D);
  return { width, height, markup: context.markup() };
}
