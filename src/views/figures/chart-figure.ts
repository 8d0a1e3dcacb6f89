import { say } from '../../copy/say.ts';
import type { RecordedLine } from '../../claims/recordings/recorded-line.ts';
import { methods } from '../../methods/registry.ts';
import { measureInfo, type Measure } from '../../training/measure.ts';
import { drawLineChart } from '../chart/line-chart.ts';
import { labelOf } from '../charts/live-charts.ts';
import { courseOf, measureContent, RECORDED_MEASURE, TIME_AXES } from '../charts/measure-content.ts';
import { recordedCourse, recordedWords } from '../charts/recorded-words.ts';
import { LIGHT } from '../use-theme.ts';
import type { Figure, LegendEntry } from './figure.ts';
import type { Here } from './here.ts';
import { paintedSvg } from './svg-context.ts';

const WIDTH = 560;
const HEIGHT = 280;

/** The chart of a measure, with all columns in it. */
export function chartFigure(here: Here, title: string, measure: Measure): Figure {
  const { playground, columns, letters, origin } = here;
  const { timeAxis, logTime, recordedCurves } = playground.view.getState();
  const config = playground.config.getState();
  const { runs, changes } = config;
  const recorded = recordedCurves && measure === RECORDED_MEASURE ? (playground.recorded?.lines ?? []) : [];
  const grey = recordedWords(config, recorded, timeAxis);
  const seen = {
    playground,
    measure,
    timeAxis,
    logTime,
    runs,
    changes,
    references: playground.references.getState(),
    recorded,
    colors: LIGHT,
  };
  const { log } = measureInfo(measure);
  const label = labelOf(measure);
  const lines = columns.map(({ name, look }): LegendEntry => ({
    kind: 'line',
    text: name,
    color: look.color,
    dash: look.dash,
    mark: look.mark,
  }));
  const greyLegend: LegendEntry[] =
    grey === null ? [] : [{ kind: 'line', text: grey.legend, color: LIGHT.kept, dash: [], mark: undefined }];
  const notes = [
    say('vertical line: the update that is shown'),
    ...(changes.length > 0 ? [say('▲ on the axis: a live change')] : []),
    ...(log === true ? [say('values on a logarithmic axis')] : []),
    ...(measure === 'spent' ? [say('dotted: the radius δ; ✕: radius exceeded')] : []),
  ];
  return {
    key: `chart-${title}`,
    title: say('{measure} by {axis}', {
      measure: `${label[0]!.toUpperCase()}${label.slice(1)}`,
      axis: say(TIME_AXES[timeAxis]),
    }),
    words: `${label}. ${columns.map(({ run, name }) => courseOf(run, name, measure)).join('; ')}${recordedCourse(runs, recorded)}.`,
    origin,
    legend: [...lines, ...greyLegend, ...notes.map((text): LegendEntry => ({ kind: 'words', text }))],
    draw: () =>
      paintedSvg(
        WIDTH,
        HEIGHT,
        letters,
        (context) => void drawLineChart(context, measureContent(seen, WIDTH, HEIGHT)),
        'chart',
      ),
    data: () => ({
      columns: ['column', 'method', 'update', 'environment steps', 'all simulator steps', labelOf(measure)],
      rows: [
        ...columns.flatMap(({ run, name }) =>
          Array.from({ length: run.history.length }, (_, n) => [
            name,
            run.config.run.method,
            run.history.at(n, 'iteration'),
            run.history.at(n, 'steps'),
            run.history.at(n, 'simulated'),
            run.history.at(n, measure),
          ]),
        ),
        ...recorded.filter(({ method }) => runs.some((run) => run.method === method)).flatMap(recordedRows),
      ],
    }),
    print: null,
  };
}

/** A recorded curve as rows of a table: the median, and the worst and the best seed. They have no updates. */
function recordedRows({ method, seeds, steps, simulated, middle, low, high }: RecordedLine): (string | number)[][] {
  const { short } = methods[method];
  const curves = [
    [seeds === 1 ? 'recorded, one seed' : `recorded, median of ${seeds} seeds`, middle],
    ['recorded, worst seed', low],
    ['recorded, best seed', high],
  ] as const;
  return curves.flatMap(([name, values]) =>
    values === null
      ? []
      : values.map((value, n) => [`${short}, ${name}`, method, NaN, steps[n]!, simulated?.[n] ?? NaN, value]),
  );
}
