import { useContext, useMemo } from 'react';
import { say } from '../../copy/say.ts';
import { panelWords } from '../../claims/pictures/panel-words.ts';
import type { Panel } from '../../claims/pictures/picture.ts';
import { looksOf } from '../chart/looks.ts';
import { drawn, panelHeight } from '../claims/picture-view.tsx';
import type { DataTable, Figure, LegendEntry } from './figure.ts';
import { FigureForm } from './figure-form.tsx';
import { OriginContext } from './origin-context.ts';
import { renderedSvg } from './rendered-svg.ts';

const WIDTH = 640;

/** What a panel of a claim’s picture can be saved as. */
export function PanelForm({ panel, beside }: { readonly panel: Panel; readonly beside: readonly Panel[] }) {
  const origin = useContext(OriginContext);
  const figure = useMemo(
    (): Figure => ({
      key: panel.key,
      // “β” has no capital that is still β
      title: panel.title.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
      words: panelWords(panel),
      origin,
      legend: legendOf(panel),
      draw: () =>
        renderedSvg(
          <div className="claim-picture">
            {drawn(panel, { width: WIDTH, height: panelHeight(panel, 'large'), words: '' }, beside, null)}
          </div>,
        ),
      data: () => dataOf(panel),
      print: null,
    }),
    [panel, beside, origin],
  );
  return <FigureForm figure={figure} />;
}

function legendOf(panel: Panel): LegendEntry[] {
  const note: LegendEntry = { kind: 'words', text: panel.note };
  if (panel.kind === 'dots') return [note, { kind: 'words', text: say('filled: {what}', { what: panel.legend }) }];
  if (panel.kind === 'rows') return [note];
  const looks = looksOf(panel.lines);
  return [
    ...panel.lines.map(({ name }, n): LegendEntry => ({
      kind: 'line',
      text: name,
      color: looks[n]!.color,
      dash: looks[n]!.dash,
      mark: looks[n]!.mark,
    })),
    note,
  ];
}

function dataOf(panel: Panel): DataTable {
  switch (panel.kind) {
    case 'plot':
      return {
        columns: [
          'line',
          panel.x.label,
          panel.y.label,
          ...(panel.ends ?? ['low end of the 95 % interval', 'high end']),
        ],
        rows: panel.lines.flatMap(({ name, points }) => points.map((point) => [name, ...point])),
      };
    case 'rows':
      return {
        columns: [
          'row',
          panel.x.label,
          'low end of the 95 % interval',
          'high end',
          'logged by the authors',
          'low',
          'high',
        ],
        rows: panel.rows.map(({ name, value, low, high, reference }) => [
          name,
          value,
          low,
          high,
          reference?.value ?? NaN,
          reference?.low ?? NaN,
          reference?.high ?? NaN,
        ]),
      };
    case 'dots':
      return {
        columns: ['row', ...panel.columns.map(({ name }) => name)],
        rows: panel.rows.map(({ name, filled }) => [
          name,
          ...filled.map((one) => (one === null ? '' : one ? 'yes' : 'no')),
        ]),
      };
  }
}
