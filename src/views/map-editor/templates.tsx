import { useMemo, useState } from 'react';
import { say } from '../../copy/say.ts';
import type { TextMap } from '../../environments/text-map.ts';
import { mapGeometry } from '../draw/map-geometry.ts';
import { CountField } from './count-field.tsx';
import { MapPicture } from './map-picture.tsx';
import { mapTemplates, type TemplateName } from './map-templates.ts';

const MOST_SEED = 999_999;
const [WIDTH, HEIGHT] = [100, 58];

interface TemplatesProps {
  readonly map: TextMap;
  readonly onMap: (map: TextMap) => void;
}

/** Maps to begin with, as small pictures. */
export function Templates({ map: { rows, columns }, onMap }: TemplatesProps) {
  const [seed, setSeed] = useState(1);
  const [problem, setProblem] = useState('');
  return (
    <section aria-label={say('Maps to begin with')}>
      <div className="templates-head">
        <h3>{say('Maps to begin with')}</h3>
        <CountField
          label={say('seed of the maze')}
          value={seed}
          min={0}
          max={MOST_SEED}
          onProblem={setProblem}
          onChange={setSeed}
        />
      </div>
      {problem !== '' && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="templates">
        {(Object.keys(mapTemplates) as TemplateName[]).map((name) => (
          <TemplateButton key={name} name={name} rows={rows} columns={columns} seed={seed} onMap={onMap} />
        ))}
      </div>
    </section>
  );
}

interface TemplateButtonProps {
  readonly name: TemplateName;
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
  readonly onMap: (map: TextMap) => void;
}

function TemplateButton({ name, rows, columns, seed, onMap }: TemplateButtonProps) {
  const { label, help } = mapTemplates[name];
  const map = useMemo(() => mapTemplates[name].make({ rows, columns, seed }), [name, rows, columns, seed]);
  const geometry = useMemo(() => {
    const fitted = mapGeometry({ ...map, shape: 'grid' }, WIDTH, HEIGHT);
    // a map that is too large for whole pixels is drawn in parts of them
    const cell = Math.min(fitted.cell, (WIDTH - 2) / map.columns, (HEIGHT - 2) / map.rows);
    return {
      width: WIDTH,
      height: HEIGHT,
      cell,
      left: (WIDTH - cell * map.columns) / 2,
      top: (HEIGHT - cell * map.rows) / 2,
    };
  }, [map]);
  return (
    <button type="button" title={say(help)} onClick={() => onMap(map)}>
      <MapPicture map={map} geometry={geometry} />
      {say(label)}
    </button>
  );
}
