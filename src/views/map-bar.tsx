import { say } from '../copy/say.ts';
import type { SlicePicture, TablePicture } from '../environments/picture.ts';
import { Suspense } from 'react';
import type { Heat } from '../config/moment.ts';
import { Term } from './explain/term.tsx';
import { Switch } from './explore/switch.tsx';
import { Choice } from './explore/choice.tsx';
import { Legend } from './legend.tsx';
import { lazyPart } from './part.tsx';
import { usePicture, usePlayground, useSignal, useView } from './use-playground.ts';

const HEATS: readonly (readonly [Heat, string])[] = [
  ['policy', 'policy'],
  ['change', 'last change'],
  ['value', 'value'],
];

/** What the maps show, the same in all columns, with the legend. */
export function MapBar() {
  const playground = usePlayground();
  const picture = usePicture();
  const heat = useView((view) => view.heat);
  return (
    <div className="map-bar" data-layers={picture.kind !== 'table' || picture.lattice.layers.length > 0}>
      <Switch
        label={say('Maps show')}
        options={HEATS}
        value={heat}
        onChange={(value) => playground.look({ heat: value })}
      />
      <Term of={heat === 'policy' ? 'map' : heat}>?</Term>
      {picture.kind === 'table' ? (
        <TableBar picture={picture} />
      ) : (
        <Suspense fallback={<span className="task-bar-room" data-long={actionsOf(picture) > 1} />}>
          <TaskBar picture={picture} />
        </Suspense>
      )}
    </div>
  );
}

/** Components of an action, which take a line of the bar to choose from where there are several. */
const actionsOf = (picture: SlicePicture): number => (picture.kind === 'continuous' ? picture.components.length : 1);

/** Which layer of a finite world is drawn, and what its maps mean. */
function TableBar({ picture }: { readonly picture: TablePicture }) {
  const playground = usePlayground();
  useSignal(playground.changed, 500);
  const heat = useView((view) => view.heat);
  const layer = useView((view) => view.layer);
  const { layers } = picture.lattice;
  return (
    <>
      {layers.map((choice, place) => (
        <Choice
          key={choice.label}
          {...choice}
          value={layer[place] ?? 0}
          onChange={(value) =>
            playground.look({
              layer: layers.map((_, n) => (n === place ? value : (layer[n] ?? 0))),
              pinned: null,
              hovered: null,
            })
          }
        />
      ))}
      <Legend heat={heat} world={picture} layer={layer} valueDomain={playground.valueDomain} />
    </>
  );
}

const TaskBar = lazyPart(() => import('./physics/task-bar.tsx'), 'TaskBar');
