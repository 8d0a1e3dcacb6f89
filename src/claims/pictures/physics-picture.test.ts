import { describe, expect, test } from 'vitest';
import type { MethodKind } from '../../methods/registry.ts';
import { drawPhysics } from '../draw-physics.ts';
import { curveOf } from '../recordings/recorded-curve.ts';
import { physicsSentences } from '../recordings/physics-sentences.ts';
import { reachedBy } from '../recordings/reached.ts';
import type { RecordedCurve, RecordedRun, Recording } from '../recordings/recording.ts';
import { panelWords } from './panel-words.ts';
import { physicsPicture } from './physics-picture.ts';

/** A seed of hopper, of which 3,000 is wanted: its returns at points 1,000 steps apart. */
function ran(method: MethodKind, seed: number, returns: readonly (number | null)[]): RecordedRun {
  return {
    seed,
    command: `npm run --silent record -- 'world=hopper&run=${method}&seed=${seed}' 3000 1`,
    date: `2026-11-0${seed}`,
    code: 'c0de',
    minutes: seed,
    steps: returns.map((_, n) => 1000 * (n + 1)),
    ahead: returns.map((_, n) => 5000 * (n + 1)),
    returns: [...returns],
  };
}

function recorded(ends: Readonly<Partial<Record<MethodKind, readonly (readonly (number | null)[])[]>>>): Recording {
  const curves = Object.entries(ends).map(([method, seeds]) =>
    curveOf(
      method as MethodKind,
      seeds.map((returns, n) => ran(method as MethodKind, n + 1, returns)),
    ),
  );
  return { command: '', steps: 3000, seeds: 1, date: '', curves, method: 'kl', total: 0, states: [[0], [0]] };
}

const high = [10, 3100, 3200];
const passing = [10, 3100, 900];
const low = [10, 20, 30];

test.each([
  [{ kl: [high], sinkhorn: [high], wasserstein: [high] }, '3,000 is wanted: KL, WPO and SPO all end there, or above'],
  [{ kl: [high], sinkhorn: [high] }, '3,000 is wanted: KL and SPO both end there, or above'],
  [{ kl: [high] }, '3,000 is wanted: KL ends there, or above'],
  [
    { kl: [high], wasserstein: [passing], sinkhorn: [low], trpo: [low] },
    '3,000 is wanted: KL ends there or above, WPO passed it on the way, SPO and TRPO do not reach it',
  ],
  [{ kl: [passing], wasserstein: [passing] }, '3,000 is wanted: KL and WPO passed it on the way'],
  [{ kl: [low], trpo: [[10, 50, 40]] }, '3,000 is wanted: none of KL and TRPO reaches it; TRPO came highest, to 50'],
  [{ trpo: [low] }, '3,000 is wanted: TRPO does not reach it; TRPO came highest, to 30'],
  // a seed of three does not make a median
  [{ kl: [high, low, low] }, '3,000 is wanted: KL does not reach it; KL came highest, to 30'],
  [{ kl: [[null, null, null]] }, '3,000 is wanted: KL does not reach it'],
  [{}, '3,000 is wanted: nothing was recorded'],
])('the title says by name who reached what is wanted: %#', (ends, title) => {
  expect(physicsPicture('hopper', recorded(ends)).title).toBe(title);
});

describe('a picture of a task', () => {
  const recording = recorded({ sinkhorn: [high], kl: [high, low, passing] });
  const picture = physicsPicture('hopper', recording);

  test('has the median of each method with its worst and best seed, over acted steps, all steps and minutes', () => {
    const [acted, simulated, minutes] = picture.more;
    if (acted?.kind !== 'plot' || simulated?.kind !== 'plot' || minutes?.kind !== 'plot') throw new Error('no plots');
    expect(acted.lines.map(({ name }) => name)).toEqual(['KL', 'SPO']);
    expect(acted.lines[0]!.points).toEqual([
      [1, 10, 10, 10],
      [2, 3100, 20, 3100],
      [3, 900, 30, 3200],
    ]);
    expect(acted.level).toEqual({ value: 3000, label: 'wanted: 3,000', named: 'left' });
    expect(simulated.lines[0]!.points.map(([x]) => x)).toEqual([6, 12, 18]);
    // of three seeds that took one, two and three minutes
    expect(minutes.lines[0]!.points.at(-1)![0]).toBe(2);
    expect(acted.note).toBe(
      'line: median of 1 to 3 seeds; band: from the worst seed to the best; ✓: what is wanted is reached at the end',
    );
  });

  test('says at the end of how many seeds, and which of the three methods is missing', () => {
    expect(picture.line).toBe('At the end, medians: KL 900 (3 seeds), SPO 3,200 (one seed). Not recorded: WPO.');
    expect(physicsPicture('hopper', recorded({ kl: [high], wasserstein: [high], sinkhorn: [low] })).line).toBe(
      'At the end, one seed each: KL 3,200, WPO 3,200, SPO 30.',
    );
  });

  test('has words and numbers for whoever does not see it', () => {
    for (const words of [picture.words, ...picture.more.map(panelWords)]) {
      expect(words).toMatch(/\d/);
      expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
    }
  });

  test('leaves out what was not timed or counted, and says of whom', () => {
    const older: RecordedCurve = { method: 'trpo', minutes: null, final: [30], steps: [1000], returns: [30] };
    const { more } = physicsPicture('hopper', { ...recording, curves: [...recording.curves, older] });
    const [acted, ...others] = more.map((panel) => (panel.kind === 'plot' ? panel : null));
    expect(acted!.lines).toHaveLength(3);
    for (const panel of others) {
      expect(panel!.lines.map(({ name }) => name)).toEqual(['KL', 'SPO']);
      expect(panel!.note).toContain('not counted: TRPO');
    }
    // where nobody was, there is no panel
    expect(physicsPicture('hopper', { ...recording, curves: [older] }).more.map(({ key }) => key)).toEqual(['each']);
  });

  test('draws seeds that went on, each from where the median ends', () => {
    const { panels, more } = physicsPicture('hopper', recorded({ kl: [high, [...high, 3300, 3000]] }));
    const [card, large] = [panels[0]!, more[0]!];
    if (card.kind !== 'plot' || large.kind !== 'plot') throw new Error('no plots');
    expect(card.lines.map(({ name }) => name)).toEqual(['KL']);
    expect(large.lines[1]).toMatchObject({
      name: 'KL, seed 2',
      points: [
        [3, 3200, 3200, 3200],
        [4, 3300, 3300, 3300],
        [5, 3000, 3000, 3000],
      ],
    });
  });
});

test('what was reached is in numbers, with the commands of seeds that differ in nothing else as one', () => {
  const [kl] = reachedBy(recorded({ kl: [high, low, [...passing, 5]] }));
  expect(kl).toMatchObject({ seeds: 3, steps: 3000, ahead: 15_000, minutes: 1.75, end: 900, worst: 30, best: 3200 });
  expect(kl).toMatchObject({ highest: 3100, after: 2000, usual: true, codes: ['c0de'] });
  expect(kl!.beyond).toEqual([{ seed: 3, steps: 4000, end: 5 }]);
  expect(kl!.commands).toEqual(["npm run --silent record -- 'world=hopper&run=kl&seed=…' 3000 1, seeds 1, 2, 3"]);
});

test('a seed without a return has the worst of all, and no number for it', () => {
  const [kl] = reachedBy(recorded({ kl: [high, [null, null, null]] }));
  expect(kl).toMatchObject({ end: null, worst: null, best: 3200, highest: null, after: null });
});

test('what numbers do not say by themselves is said', () => {
  const said = (ends: Parameters<typeof recorded>[0]) => {
    const recording = recorded(ends);
    const [panel] = physicsPicture('hopper', recording).panels;
    return physicsSentences('hopper', reachedBy(recording), panel?.kind === 'plot' ? panel.lines : []).join(' ');
  };
  expect(said({ kl: [high, high] })).toBe(
    'Every seed of every method ends at 3,000 or above. To look ahead costs steps of the simulator too: for each that was acted 5 with KL.',
  );
  expect(said({ kl: [high, high, low] })).toContain('Not every seed of KL reaches 3,000: the worst ends at 30.');
  expect(said({ kl: [high, high, low] })).not.toContain('Every seed');
  expect(said({ kl: [high], sinkhorn: [low] })).toContain(
    'KL and SPO are of one seed: that says what was reached, and not what is usual.',
  );
  expect(said({ kl: [high, [...high, 1]] })).toContain('KL went on with seed 2 to 4,000 steps, and was at 1 there.');
  expect(said({ kl: [[3100, 100, 3200]] })).toContain('It begins high because');
  expect(said({ kl: [high] })).not.toContain('It begins high');
  const own = recorded({ kl: [high] });
  const turned = own.curves.map((curve) => ({ ...curve, command: "record -- 'world=hopper&run=kl,delta:0.3' 3000 1" }));
  expect(physicsSentences('hopper', reachedBy({ ...own, curves: turned }), []).join(' ')).toContain(
    'KL learned with settings that are not the task’s own; its name in the table opens them.',
  );
});

test('a card has the numbers of its task and the frames of its panels, and lines only where they are drawn at once', () => {
  const { 'physics-hopper': card } = drawPhysics(new Map([['hopper', recorded({ kl: [high] })]]));
  expect(card!.reached).toHaveLength(1);
  expect(card!.picture.panels[0]).toMatchObject({ lines: [{ name: 'KL' }] });
  expect(card!.picture.more.map((panel) => panel.kind === 'plot' && panel.lines.length)).toEqual([0, 0, 0]);
});
