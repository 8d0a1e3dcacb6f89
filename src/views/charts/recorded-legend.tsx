import type { Measure } from '../../training/measure.ts';
import { Term } from '../explain/term.tsx';
import { useConfig, usePlayground, useSignal, useView } from '../use-playground.ts';
import { useCanvasColors } from '../use-theme.ts';
import { RECORDED_MEASURE } from './measure-content.ts';
import { recordedWords } from './recorded-words.ts';

/** What the grey lines behind the live ones are; its room is kept until a recording has come, and where there is none. */
export function RecordedLegend({ measure }: { readonly measure: Measure }) {
  const playground = usePlayground();
  useSignal(playground.roster, 0);
  const { kept } = useCanvasColors();
  const config = useConfig((whole) => whole);
  const axis = useView((view) => view.timeAxis);
  const shown = useView((view) => view.recordedCurves);
  if (measure !== RECORDED_MEASURE || playground.task === 'table') return null;
  const words = shown ? recordedWords(config, playground.recorded?.lines ?? [], axis) : null;
  return (
    <p className="recorded-legend">
      {words !== null && (
        <>
          <svg width="22" height="12" aria-hidden="true">
            <path d="M0,6h22" stroke={kept} strokeWidth="1.5" />
          </svg>
          <Term of={words}>{words.legend}</Term>
        </>
      )}
    </p>
  );
}
