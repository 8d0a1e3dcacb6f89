import { useEffect, useState, useSyncExternalStore } from 'react';
import { made } from '../../playground/made.ts';
import type { SweepDesk } from '../../playground/sweep-desk.ts';
import type { SweepRunner, SweepView } from '../../playground/sweep-runner.ts';
import type { SweepRecord } from '../../sweeps/sweep.ts';

/** What is on the desk. */
export function useDesk(desk: SweepDesk): ReturnType<SweepDesk['state']['getState']> {
  return useSyncExternalStore(desk.state.subscribe, desk.state.getState);
}

/** How far it is. */
export function useSweepView(runner: SweepRunner): SweepView {
  return useSyncExternalStore(runner.view.subscribe, runner.view.getState);
}

/** What is known so far, twice a second at most. */
export function useRecord(runner: SweepRunner): SweepRecord {
  const [record, setRecord] = useState(() => runner.record(made()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => {
      timer = undefined;
      setRecord(runner.record(made()));
    };
    const stop = runner.changed.subscribe(() => (timer ??= setTimeout(take, 500)));
    take();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [runner]);
  return record;
}
