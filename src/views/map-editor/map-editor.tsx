import { useMemo, useState, type KeyboardEvent } from 'react';
import { say } from '../../copy/say.ts';
import { parameterFields, worlds } from '../../environments/registry.ts';
import { mapNote, MARKS, type Cell } from '../../environments/text-map.ts';
import { withParameter } from '../../playground/edits.ts';
import { gridToDraw } from '../../playground/own-map-edit.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { Switch } from '../explore/switch.tsx';
import { useConfig, usePlayground } from '../use-playground.ts';
import { useMedia } from '../use-media.ts';
import { CountField } from './count-field.tsx';
import { brushOf, MapPad, saidOf } from './map-pad.tsx';
import { MapPicture } from './map-picture.tsx';
import { MapText } from './map-text.tsx';
import { FEWEST_SIDE, MOST_SIDE, resized } from './painting.ts';
import { Templates } from './templates.tsx';
import { useMapDraft } from './use-map-draft.ts';
import { OwnMapOffer } from './own-map-offer.tsx';
import './map-editor.css';

const BRUSHES: readonly (readonly [Cell, string])[] = [
  ['wall', 'wall'],
  ['free', 'free'],
  ['start', 'start'],
  ['goal', 'goal'],
  ['hazard', 'hazard'],
];

const HINT =
  'Drag to paint; the right button, or Alt, erases. Shift and the arrow keys paint along, F fills whole areas.';
const TOUCH_HINT = 'Draw with a finger; “free” erases. Beside the map and under it the panel can be moved.';

/** Where the map of a gridworld is drawn. */
export function MapEditor() {
  const kind = useConfig((config) => config.world.kind);
  const offered = useConfig(gridToDraw);
  if (kind === 'gridworld') return <Drawing />;
  if (offered) return <OwnMapOffer />;
  return (
    <p>
      {say('{world} is no map of cells: there is nothing to draw. Gridworld has a map of your own.', {
        world: say(worlds[kind].label),
      })}
    </p>
  );
}

function Drawing() {
  const playground = usePlayground();
  const parameters = useConfig((config) => config.world.parameters);
  const [learns, setLearns] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const draft = useMapDraft(learns);
  const phone = useMedia('(max-width: 700px)');
  const short = useMedia('(max-height: 800px)');
  const touched = useMedia('(pointer: coarse)');
  const [brush, setBrush] = useState<Cell>('wall');
  const [tool, setTool] = useState<'cells' | 'areas'>('cells');
  const [at, setAt] = useState(0);
  const [size, setSize] = useState('');
  const { map } = draft;
  const cursor = Math.min(at, map.cells.length - 1);
  const note = useMemo(() => (draft.painting ? undefined : mapNote(map)), [draft.painting, map]);
  const { map: _, ...rules } = parameterFields('gridworld', parameters);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type]), select')) return;
    const chosen = brushOf(event);
    const key = event.key.toLowerCase();
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (command && (key === 'y' || (key === 'z' && event.shiftKey))) draft.redo();
    else if (command && key === 'z') draft.undo();
    else if (key === 'f' && !command) setTool(tool === 'cells' ? 'areas' : 'cells');
    else if (chosen !== undefined) setBrush(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="group" aria-label={say('Map')} onKeyDown={onKeyDown}>
      <fieldset className="brushes">
        <legend className="visually-hidden">{say('What is painted')}</legend>
        {BRUSHES.map(([cell, label]) => (
          <label
            key={cell}
            className={cell === brush ? 'on' : ''}
            title={say('{cell}: key {key}', { cell: say(label), key: MARKS[cell] })}
          >
            <input
              type="radio"
              className="visually-hidden"
              name="brush"
              checked={cell === brush}
              onChange={() => setBrush(cell)}
            />
            <BrushMark cell={cell} />
            {say(label)} <kbd>{MARKS[cell]}</kbd>
          </label>
        ))}
      </fieldset>
      <MapPad
        draft={draft}
        brush={brush}
        fills={tool === 'areas'}
        mostHeight={phone ? 264 : short ? 330 : 400}
        cursor={cursor}
        onCursor={setAt}
        onBrush={setBrush}
      />
      <div className="map-line">
        <output className="cell-said" aria-live="polite">
          {saidOf(map.columns, cursor, map.cells[cursor]!)}
        </output>
        <button
          type="button"
          disabled={!draft.canUndo}
          onClick={draft.undo}
          title={say('Take the last stroke back (Ctrl Z)')}
        >
          {say('Undo')}
        </button>
        <button
          type="button"
          disabled={!draft.canRedo}
          onClick={draft.redo}
          title={say('Make it again (Ctrl Shift Z)')}
        >
          {say('Redo')}
        </button>
      </div>
      <p className="map-said" role="status" data-wrong={draft.problem !== undefined || size !== ''}>
        {draft.problem !== undefined
          ? `${draft.problem} ${say('The columns go on with the last map that could be learned.')}`
          : size !== ''
            ? size
            : (note ?? say(touched ? TOUCH_HINT : HINT))}
      </p>
      <div className="map-size">
        <CountField
          label={say('rows')}
          value={map.rows}
          min={FEWEST_SIDE}
          max={MOST_SIDE}
          onProblem={setSize}
          onChange={(rows) => draft.put(resized(map, rows, map.columns))}
        />
        <CountField
          label={say('columns')}
          value={map.columns}
          min={FEWEST_SIDE}
          max={MOST_SIDE}
          onProblem={setSize}
          onChange={(columns) => draft.put(resized(map, map.rows, columns))}
        />
      </div>
      <div className="map-line">
        <span className="quiet">{say('A stroke paints')}</span>
        <Switch
          label={say('What a stroke paints')}
          options={[
            ['cells', 'cells'],
            ['areas', 'whole areas'],
          ]}
          value={tool}
          onChange={setTool}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={learns} onChange={({ target }) => setLearns(target.checked)} />{' '}
        {say('The columns learn it after each stroke')}
      </label>
      <Templates map={map} onMap={draft.put} />
      <h3>{say('What happens on it')}</h3>
      <div className="map-rules">
        {Object.entries(rules).map(([key, field]) => (
          <FieldControl
            key={key}
            field={field}
            name={key}
            value={parameters[key] ?? field.default}
            onChange={(value) => playground.edit((config) => withParameter(config, key, value))}
          />
        ))}
      </div>
      <MapText map={map} onMap={draft.put} />
    </div>
  );
}

const BRUSH_BOX = { width: 26, height: 26, cell: 24, left: 1, top: 1 };

/** A kind of cell as the map shows it. */
function BrushMark({ cell }: { readonly cell: Cell }) {
  const map = useMemo(() => ({ rows: 1, columns: 1, cells: [cell] }), [cell]);
  return <MapPicture map={map} geometry={BRUSH_BOX} />;
}
