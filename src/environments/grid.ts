import { say } from '../copy/say.ts';
import { compass, signed, slippedMoves } from './compass.ts';
import type { FiniteWorld, Mark } from './environment.ts';
import { buildModel, uniformStart, type Outcome } from './model.ts';
import { mapNote, type Cell, type TextMap } from './text-map.ts';

/** A map with what happens on it. */
export interface Grid {
  readonly map: TextMap;
  readonly rules: GridRules;
}

/** What happens on a map. Rewards are whole: the one for arriving at a goal or a hazard replaces that of a step. */
export interface GridRules {
  /** Probability that a move goes at a right angle to what was chosen, half to each side. */
  readonly slip: number;
  readonly stepReward: number;
  readonly goalReward: number;
  readonly hazardReward: number;
  /** A hazard ends the episode, or sends back to a start (one of them by chance) and the episode goes on. */
  readonly hazard: 'ends' | 'returns';
  /** What a mark of a hazard is called. */
  readonly hazardName: string;
  /**
   * What follows a goal or hazard cell, which no episode ever acts in: nothing (value 0), or the same moves as
   * everywhere, as Gymnasium's tables say for its cliff.
   */
  readonly beyond: 'nothing' | 'moves';
  readonly horizon: number;
}

/**
 * A world on a map. States are the cells that are no wall, row-major; actions are N, E, S, W. A move against a wall or
 * the border stays. A goal ends the episode; the start is uniform over the map's starts.
 */
export function gridWorld({ map, rules }: Grid): FiniteWorld {
  const { rows, columns, cells } = map;
  const cellOf = [...cells.keys()].filter((cell) => cells[cell] !== 'wall');
  const stateAt = new Int32Array(cells.length).fill(-1);
  for (const [state, cell] of cellOf.entries()) stateAt[cell] = state;
  const kindOf = cellOf.map((cell) => cells[cell]!);
  const starts = [...kindOf.keys()].filter((state) => kindOf[state] === 'start');
  const isEnd = (state: number): boolean => kindOf[state] === 'goal' || kindOf[state] === 'hazard';

  /** State that a move of one cell leads to. */
  const moved = (state: number, [x, y]: readonly [number, number]): number => {
    const cell = cellOf[state]!;
    const column = (cell % columns) + x;
    const row = Math.floor(cell / columns) + y;
    const outside = column < 0 || column >= columns || row < 0 || row >= rows;
    const next = outside ? -1 : stateAt[row * columns + column]!;
    return next < 0 ? state : next;
  };

  const arrive = (next: number, probability: number): readonly Outcome[] => {
    const kind = kindOf[next];
    if (kind === 'goal') return [{ probability, next, reward: rules.goalReward, terminated: true }];
    if (kind !== 'hazard') return [{ probability, next, reward: rules.stepReward, terminated: false }];
    const reward = rules.hazardReward;
    if (rules.hazard === 'ends') return [{ probability, next, reward, terminated: true }];
    return starts.map((start) => ({
      probability: probability / starts.length,
      next: start,
      reward,
      terminated: false,
    }));
  };

  const model = buildModel(cellOf.length, compass.length, uniformStart(cellOf.length, starts), (state, action) => {
    if (isEnd(state) && rules.beyond === 'nothing')
      return [{ probability: 1, next: state, reward: 0, terminated: true }];
    const moves = slippedMoves(compass[action]!.direction!, rules.slip);
    return moves.flatMap((move) => arrive(moved(state, move.direction), move.probability));
  });

  const marked = cellOf.filter((cell) => cells[cell] !== 'free');
  const note = mapNote(map);
  return {
    ...(note === undefined ? {} : { note }),
    model,
    actions: compass,
    lattice: {
      shape: 'grid',
      rows,
      columns,
      layers: [],
      statesAt: () => stateAt,
      // anew each time: the language of the page may be another
      marksAt: () => marked.flatMap((cell) => marksOf(map, rules, cell)),
      fences: [],
    },
    horizon: rules.horizon,
    absorbing: Uint8Array.from(kindOf.keys(), (state) => (isEnd(state) ? 1 : 0)),
    describe: (state) => {
      const cell = cellOf[state]!;
      const at = { row: Math.floor(cell / columns), column: cell % columns };
      const name = nameOf(kindOf[state]!, rules);
      return name === undefined
        ? say('row {row}, column {column}', at)
        : say('row {row}, column {column} ({name})', { ...at, name: say(name) });
    },
  };
}

function nameOf(kind: Cell, rules: GridRules): string | undefined {
  if (kind === 'hazard') return rules.hazardName;
  return kind === 'start' || kind === 'goal' ? kind : undefined;
}

function marksOf(map: TextMap, rules: GridRules, cell: number): readonly Mark[] {
  const at = { row: Math.floor(cell / map.columns), column: cell % map.columns };
  const reward = signed(rules.goalReward);
  switch (map.cells[cell]) {
    case 'start':
      return [{ ...at, kind: 'start', text: 'S', label: say('start') }];
    case 'goal':
      return [{ ...at, kind: 'goal', text: 'G', label: say('goal: {reward}, ends the episode', { reward }) }];
    case 'hazard': {
      const values = { name: say(rules.hazardName), reward: signed(rules.hazardReward) };
      const ends = rules.hazard === 'ends';
      const label = say(ends ? '{name}: {reward}, ends the episode' : '{name}: {reward}, back to the start', values);
      return [{ ...at, kind: ends ? 'pit' : 'hazard', text: 'H', label }];
    }
    default:
      return [];
  }
}
