import { memo, useRef, useState } from 'react';
import { FigureButton } from '../figures/figure-button.tsx';
import { lazyPart } from '../part.tsx';
import { useWidth } from '../use-width.ts';
import { CurvePicture, type CurveChartProps } from './curve-picture.tsx';

const CurveForm = lazyPart(() => import('../figures/curve-form.tsx'), 'CurveForm');

/** Lines with intervals, what stands under the pointer in words, and a button that saves them. */
export const CurveChart = memo(function CurveChart(props: CurveChartProps) {
  const holder = useRef<HTMLElement>(null);
  const room = useWidth(holder);
  const width = props.width ?? room;
  const [reading, setReading] = useState('');
  return (
    <figure className="curve-chart" ref={holder} style={{ width: props.width }}>
      {width > 0 && <CurvePicture {...props} width={width} onRead={setReading} />}
      <div className="curve-foot">
        <p className="chart-reading" aria-hidden="true">
          {reading || ' '}
        </p>
        {props.series.length > 0 && (
          <FigureButton title={props.title}>
            <CurveForm chart={props} />
          </FigureButton>
        )}
      </div>
    </figure>
  );
});
