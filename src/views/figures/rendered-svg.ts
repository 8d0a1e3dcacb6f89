import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { PaperContext } from '../use-theme.ts';
import type { Drawn } from './figure.ts';
import { attributes, escaped } from './xml.ts';

/** What a shape is, and what of it does not come from a style sheet. */
const KEPT: ReadonlySet<string> = new Set(
  'd x y x1 x2 y1 y2 dx dy cx cy r width height points transform viewBox textLength lengthAdjust patternUnits patternTransform'.split(
    ' ',
  ),
);
/** How shapes and letters look, each with what goes without saying. */
const SHAPES: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
};
const LETTERS: Readonly<Record<string, string>> = {
  ...SHAPES,
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'paint-order': 'normal',
};

/**
 * A picture that React draws as SVG, on white paper whatever the theme is: it is drawn beside the page, and every shape takes with it how it looks.
 *
 * @param method colour of the method, for what is drawn in it
 * @param more what belongs to it and is no SVG, as markup
 */
export function renderedSvg(
  element: ReactNode,
  method = '',
  more: (host: HTMLElement) => Partial<Drawn> = () => ({}),
): Drawn {
  const host = document.createElement('div');
  host.className = 'paper';
  host.inert = true;
  host.style.setProperty('--method', method);
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(createElement(PaperContext, { value: true }, element)));
    const svg = host.querySelector('svg');
    if (svg === null) throw new Error('There is no picture to save.');
    const [, , width = 0, height = 0] = (
      svg.getAttribute('viewBox') ?? `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`
    )
      .split(' ')
      .map(Number);
    const markup = [...svg.children].map(written).join('');
    const beside = more(host);
    return { width: beside.width ?? width, height: beside.height ?? height, markup: markup + (beside.markup ?? '') };
  } finally {
    root.unmount();
    host.remove();
  }
}

/** An element with all that is in it, without classes and styles. */
function written(element: Element): string {
  const style = getComputedStyle(element);
  if (style.display === 'none' && element.tagName !== 'defs' && element.closest('defs') === null) return '';
  const name = element.tagName;
  if (name === 'title') return `<title>${escaped(element.textContent)}</title>`;
  const all: Record<string, string> = {};
  for (const { name: key, value } of element.attributes) if (KEPT.has(key)) all[key] = value;
  if (element.id !== '') all['id'] = idOf(element.id);
  const isText = name === 'text' || name === 'tspan';
  if (name === 'g' || name === 'svg') {
    // shapes have their own looks; what only a group has is how it is seen as a whole
    if (style.opacity !== '1') all['opacity'] = style.opacity;
  } else if (name !== 'defs' && name !== 'pattern') {
    // programs that draw SVG do not all know baselines
    if (isText && /middle|central/.test(style.dominantBaseline)) all['dy'] ??= '0.35em';
    for (const [key, usual] of Object.entries(isText ? LETTERS : SHAPES)) {
      const value = style.getPropertyValue(key);
      if (value !== usual && value !== '')
        all[key] = value.replace(/url\("#([^"]*)"\)/, (_, id: string) => `url(#${idOf(id)})`);
    }
  }
  const inside = [...element.childNodes]
    .map((child) => (child instanceof Element ? written(child) : escaped(child.textContent ?? '')))
    .join('');
  return `<${name}${attributes(all)}>${inside}</${name}>`;
}

/** An id as XML takes it. */
const idOf = (id: string): string => `p${id.replaceAll(/[^\w-]/g, '')}`;
