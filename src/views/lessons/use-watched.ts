import { settingsOf } from '../../methods/registry.ts';
import type { Watched } from '../../lessons/facts.ts';
import type { Seen } from '../../lessons/lesson.ts';
import type { Playground } from '../../playground/playground.ts';
import type { Run } from '../../playground/run.ts';
import { useConfig, usePlayground, useRuns, useSignal, useView } from '../use-playground.ts';

/** What a lesson sees of a column. */
function watched({ frame, history }: Run): Watched {
  return {
    frame,
    series: (measure) => {
      const length = frame === null ? 0 : history.positionOf(frame.iteration) + 1;
      return Array.from({ length }, (_, position) => history.at(position, measure));
    },
  };
}

function look(playground: Playground): Seen {
  const { pinned, panel, heat } = playground.view.getState();
  const { runs } = playground;
  return {
    config: playground.config.getState(),
    // columns that are kept for another scene still stand where they were
    iteration: Math.min(playground.iteration, playground.playback.target),
    pinned,
    panel,
    heat,
    settings: runs.map((_, index) => settingsOf(playground.settings(index).run)),
    columns: runs.map(watched),
  };
}

/** Milliseconds between two looks. */
const PACE = 120;

/** What stands on the page, looked at anew when anything of it changed. */
export function useSeen(): Seen {
  const playground = usePlayground();
  useRuns();
  useConfig((config) => config);
  useView((view) => view.pinned);
  useView((view) => view.panel);
  useSignal(playground.changed, PACE);
  return look(playground);
}
