import { useContext, useMemo } from 'react';
import { say } from '../../copy/say.ts';
import { CurvePicture, curveWords, type CurveChartProps } from '../chart/curve-picture.tsx';
import type { Drawn, Figure, LegendEntry, Origin } from './figure.ts';
import { FigureForm } from './figure-form.tsx';
import { pageLetters, type Letters } from './letters.ts';
import { OriginContext } from './origin-context.ts';
import { renderedSvg } from './rendered-svg.ts';
import { attributes, escaped, FONTS } from './xml.ts';

/** What a chart of curves can be saved as. */
export function CurveForm({ chart }: { readonly chart: CurveChartProps }) {
  const origin = useContext(OriginContext);
  const figure = useMemo(() => curveFigure(chart, origin, pageLetters()), [chart, origin]);
  return <FigureForm figure={figure} />;
}

const WIDTH = 640;
const LEAST_HEIGHT = 260;

function curveFigure(chart: CurveChartProps, origin: Origin, letters: Letters): Figure {
  const { title, xLabel, yLabel, series, height = 220 } = chart;
  const wide = series.some(({ low, high }) => low.some((value, n) => value < high[n]!));
  const legend = series.map(({ name, color, dash, mark }): LegendEntry => ({
    kind: 'line',
    text: name,
    color: onPaper(color),
    dash,
    mark,
  }));
  const note: LegendEntry = { kind: 'words', text: say('bands and bars: 95 % bootstrap intervals') };
  return {
    key: title,
    title: `${title[0]?.toUpperCase()}${title.slice(1)}`,
    words: curveWords(chart),
    origin: {
      ...origin,
      about: [
        say('{measure}, by {axis}.', { measure: `${yLabel[0]?.toUpperCase()}${yLabel.slice(1)}`, axis: xLabel }),
        ...origin.about,
      ],
    },
    legend: wide ? [...legend, note] : legend,
    draw: () =>
      renderedSvg(<CurvePicture {...chart} width={WIDTH} height={Math.max(LEAST_HEIGHT, height)} />, '', (host) =>
        namesBeside(host, letters),
      ),
    data: () => ({
      columns: ['series', xLabel, yLabel, 'low end of the 95 % interval', 'high end'],
      rows: series.flatMap(({ name, at, middle, low, high }) =>
        at.map((x, n) => [name, x, middle[n]!, low[n]!, high[n]!]),
      ),
    }),
    print: null,
  };
}

/** A colour of the style sheet, which is not there in a file. */
const onPaper = (color: string): string => (color.startsWith('var(') ? '#55606d' : color);

/** The lines' names, which stand beside the picture as text, in it. */
function namesBeside(host: HTMLElement, letters: Letters): Drawn {
  const [box] = host.getElementsByClassName('curve-holder');
  const frame = box!.getBoundingClientRect();
  let width = box!.querySelector('svg')!.getBoundingClientRect().width;
  const markup = [...host.querySelectorAll<HTMLElement>('.end-label')].map((label) => {
    const at = label.getBoundingClientRect();
    const [left, middle] = [at.left - frame.left, at.top - frame.top + at.height / 2];
    const line = label.querySelector('line')!;
    const text = label.textContent;
    width = Math.max(width, left + 20 + letters.width(text, `12px ${FONTS}`) + 2);
    const stroke = {
      d: `M${left},${middle}h16`,
      stroke: onPaper(line.getAttribute('stroke') ?? ''),
      'stroke-width': 2,
      'stroke-dasharray': line.getAttribute('stroke-dasharray') || undefined,
    };
    const words = { x: left + 20, y: middle + 4, 'font-size': 12, fill: '#1d242c' };
    return `<path${attributes(stroke)}/><text${attributes(words)}>${escaped(text)}</text>`;
  });
  return { width: Math.ceil(width), height: frame.height, markup: markup.join('') };
}
