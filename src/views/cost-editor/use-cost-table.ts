import { useMemo } from 'react';
import { trainingField } from '../../config/training-fields.ts';
import { actionCost } from '../../environments/action-cost.ts';
import { behaviourCost } from '../../environments/behaviour-cost.ts';
import type { Action } from '../../environments/environment.ts';
import type { SlicePicture, TablePicture } from '../../environments/picture.ts';
import { withTraining } from '../../playground/edits.ts';
import type { ChoiceField } from '../../field.ts';
import type { TrainingSettings } from '../../config/training-fields.ts';
import { usePaced, type Paced } from '../editors/use-paced.ts';
import { useConfig, useLookedAt, usePlayground } from '../use-playground.ts';
import { tableOf, textOf, type CostTable } from './cost-table.ts';

export interface CostInForce extends Omit<Paced<CostTable>, 'draft'> {
  /** With what is being dragged. */
  readonly table: CostTable;
  /** The cost that is in force. */
  readonly kind: TrainingSettings['cost'];
  /** The costs that the world offers, besides a table of one's own. */
  readonly kinds: ChoiceField['options'];
  readonly choose: (kind: TrainingSettings['cost']) => void;
}

type NamedPicture = TablePicture | Exclude<SlicePicture, { readonly kind: 'continuous' }>;

/** M at the update that is shown, and what changes it. */
export function useCostTable(picture: NamedPicture, actions: readonly Action[]): CostInForce {
  const playground = usePlayground();
  const world = useConfig((config) => config.world.kind);
  useConfig((config) => config.changes);
  useConfig((config) => config.training);
  const state = useLookedAt();
  const { cost, costMatrix } = playground.settings(0).training;
  const n = actions.length;
  const own = cost === 'behaviour';
  const ofStates = useMemo(
    () => (own && picture.kind === 'table' ? behaviourCost(picture.world) : null),
    [own, picture],
  );
  const place = ofStates === null ? 0 : state;
  const kept = useMemo(() => {
    if (ofStates !== null) return tableOf(ofStates.subarray(place * n * n, (place + 1) * n * n), n);
    return tableOf(actionCost(cost === 'behaviour' ? 'zero-one' : cost, actions, costMatrix), n);
  }, [ofStates, place, n, cost, actions, costMatrix]);
  const { draft, ...paced } = usePaced<CostTable>((table) =>
    playground.edit((config, at) => withTraining(config, { cost: 'custom', costMatrix: textOf(table) }, at)),
  );
  return {
    table: draft ?? kept,
    kind: cost,
    kinds: (trainingField('cost', world) as ChoiceField).options.filter(({ value }) => value !== 'custom'),
    choose: (kind) => {
      playground.undoing.seal();
      playground.edit((config, at) => withTraining(config, { cost: kind }, at));
    },
    ...paced,
  };
}
