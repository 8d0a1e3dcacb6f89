import { say } from '../../copy/say.ts';
import { methodOf, methods } from '../../methods/registry.ts';
import { costAt, type Move } from '../../methods/story.ts';
import { planAt, type RowsPicture, type StatePlan } from '../../playground/plan.ts';
import { probabilityTable, stepOf } from '../draw/palette.ts';
import { readable, share } from '../format.ts';
import { actionColor } from '../plan/action-colors.ts';
import { Ribbons } from '../plan/ribbons.tsx';
import { updateWords } from '../plan/update-words.ts';
import type { DataTable, Figure, LegendEntry, PrintCell } from './figure.ts';
import type { Here, HereColumn } from './here.ts';
import { renderedSvg } from './rendered-svg.ts';
import { tablePicture } from './table-picture.ts';

const WIDTH = 420;
const HEIGHT = 240;

/** The update of the state that is looked at, in one column: its flow, its plan and scores in numbers, and what moves cost. */
export function flowFigures(here: Here, column: HereColumn, picture: RowsPicture): Figure[] {
  const { run, index, name, origin } = column;
  const { frame } = run;
  const { method } = run.config.run;
  const n = picture.actions.length;
  if (frame === null || frame.kind === 'continuous' || frame.policy.length !== picture.states * n) return [];
  const plan = planAt(method, frame, picture, here.state);
  const own = methodOf(method).planning.kind === 'own';
  const { actions } = picture;
  const said = { name, state: here.place };
  const legend = actions.map(({ glyph, label }, a): LegendEntry => ({
    kind: 'area',
    text: say('from {action} {glyph}', { action: say(label), glyph }),
    color: actionColor(a),
    opacity: 0.75,
  }));
  const hatched: LegendEntry = { kind: 'words', text: say('hatched: derived, the method names no plan') };
  const words = `${here.place}: ${updateWords(plan, actions, own)}. ${rowWords(plan, actions)}`;
  const shared = { words, origin };
  const matrix = planPrint(plan, actions);
  const { scores } = methods[method];
  const entry = scores.kind === 'factors' ? null : (move: Move): number => scores.entry(plan, move);
  const tables = [
    {
      key: 'plan',
      title: say(
        own ? '{name}: plan at {state}' : '{name}: plan (derived: the cheapest coupling of old and new row) at {state}',
        said,
      ),
      print: matrix,
      data: planData(plan, actions),
    },
    ...(entry === null
      ? [
          {
            key: 'scores',
            title: say('{name}: {scores}, at {state}', { ...said, scores: say(scores.title) }),
            print: factorPrint(plan, actions),
            data: planData(plan, actions),
          },
        ]
      : [
          {
            key: 'scores',
            title: say('{name}: {scores}, at {state}', { ...said, scores: say(scores.title) }),
            print: movesPrint(actions, entry, true),
            data: movesData(actions, scores.title, entry),
          },
        ]),
    {
      key: 'cost',
      title: say('{name}: cost M of a move at {state}', said),
      print: movesPrint(actions, (move) => costAt(plan, move), false),
      data: movesData(actions, 'cost M', (move) => costAt(plan, move)),
    },
  ];
  return [
    {
      ...shared,
      key: `flow-${index}`,
      title: say(
        own
          ? '{name}: flow of probability at {state}'
          : '{name}: flow of probability (derived: the cheapest coupling of old and new row) at {state}',
        said,
      ),
      legend: [...legend, ...(own ? [] : [hatched])],
      draw: () =>
        renderedSvg(
          <Ribbons
            plan={plan}
            actions={actions}
            own={own}
            advantages={false}
            next={null}
            width={WIDTH}
            height={HEIGHT}
            letter={12.5}
            move={null}
            onChoose={() => undefined}
          />,
          column.look.color,
        ),
      data: () => planData(plan, actions),
      print: null,
    },
    ...tables.map(({ key, title, print, data }): Figure => ({
      ...shared,
      key: `${key}-${index}`,
      title,
      legend: [
        {
          kind: 'words',
          text: say(
            key === 'scores' && entry === null ? 'a row is an action' : 'rows: old actions; columns: new actions',
          ),
        },
      ],
      draw: () => tablePicture(print, here.letters),
      data: () => data,
      print: () => print,
    })),
  ];
}

type Actions = RowsPicture['actions'];

function rowWords({ before, after }: StatePlan, actions: Actions): string {
  const said = actions.map(({ label }, a) =>
    say('{action} {before} to {after}', {
      action: say(label),
      before: share(before[a]!),
      after: share(after[a]!),
    }),
  );
  return say('Old to new policy: {actions}.', { actions: said.join(', ') });
}

const named = ({ glyph, label }: Actions[number]): string => (glyph === label ? label : `${glyph} ${say(label)}`);

/** The plan with its sums and the advantages. */
function planPrint({ plan, before, after, advantage, actions: n }: StatePlan, actions: Actions) {
  const cell = (mass: number): PrintCell => ({ text: share(mass), fill: probabilityTable[stepOf(mass)]! });
  return {
    head: [say('from \\ to'), ...actions.map(named), say('old π')],
    names: 1,
    rows: [
      [
        { text: say('advantage A') },
        ...Array.from(advantage, (value): PrintCell => ({ text: readable(value) })),
        { text: '' },
      ],
      ...actions.map((action, from) => [
        { text: named(action) },
        ...actions.map((_, to) => cell(plan[to * n + from]!)),
        { text: share(before[from]!) },
      ]),
      [{ text: say('new π′') }, ...Array.from(after, (value): PrintCell => ({ text: share(value) })), { text: '' }],
    ],
  };
}

/** Every move with what it carries, gains and costs. */
function planData({ plan, before, after, advantage, cost, point, actions: n }: StatePlan, actions: Actions): DataTable {
  const rows = actions.flatMap((from, j) =>
    actions.map((to, i) => [
      from.label,
      to.label,
      plan[i * n + j]!,
      cost[i * n + j]!,
      advantage[j]!,
      advantage[i]!,
      before[j]!,
      after[i]!,
      point.beta,
    ]),
  );
  return {
    columns: [
      'from',
      'to',
      'mass (probability)',
      'cost M',
      'advantage of from',
      'advantage of to',
      'old probability of from',
      'new probability of to',
      'multiplier β (advantage per distance)',
    ],
    rows,
  };
}

function factorPrint({ before, after }: StatePlan, actions: Actions) {
  return {
    head: [say('action'), say('old π'), say('factor'), say('new π′')],
    names: 1,
    rows: actions.map((action, a) => [
      { text: named(action) },
      { text: share(before[a]!) },
      { text: before[a]! > 0 ? `× ${readable(after[a]! / before[a]!)}` : '–' },
      { text: share(after[a]!) },
    ]),
  };
}

/** Numbers of every move, laid out as the plan is. @param best whether the largest of a row is bold */
function movesPrint(actions: Actions, entry: (move: Move) => number, best: boolean) {
  return {
    head: [say('from \\ to'), ...actions.map(named)],
    names: 1,
    rows: actions.map((action, from) => {
      const values = actions.map((_, to) => entry({ from, to }));
      const most = Math.max(...values.filter((value) => !Number.isNaN(value)));
      return [
        { text: named(action) },
        ...values.map((value): PrintCell => ({ text: readable(value), bold: best && value === most })),
      ];
    }),
  };
}

function movesData(actions: Actions, name: string, entry: (move: Move) => number): DataTable {
  return {
    columns: ['from', 'to', name],
    rows: actions.flatMap((from, j) => actions.map((to, i) => [from.label, to.label, entry({ from: j, to: i })])),
  };
}
