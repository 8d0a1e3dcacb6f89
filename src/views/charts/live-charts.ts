import { say } from '../../copy/say.ts';
import type { Picture } from '../../environments/picture.ts';
import { measureInfo, measuresIn, type Chart as MeasureChart, type Measure } from '../../training/measure.ts';

/** The live charts of finite worlds and of physics tasks, with their titles. */
const CHARTS: Readonly<Record<'tables' | 'networks', readonly (readonly [MeasureChart, string])[]>> = {
  tables: [
    ['return', 'Return'],
    ['movement', 'Movement'],
    ['multiplier', 'Multiplier'],
    ['gap', 'Distance to the optimum'],
  ],
  networks: [
    ['return', 'Return'],
    ['movement', 'Movement'],
    ['multiplier', 'Multiplier'],
    ['learning', 'Learning'],
  ],
};

/** The live charts of a picture's world, each with what it may show. */
export function chartsOf(kind: Picture['kind']): { readonly title: string; readonly choices: readonly Measure[] }[] {
  const learned = kind === 'table' ? 'tables' : 'networks';
  return CHARTS[learned].map(([chart, title]) => ({ title, choices: measuresIn(chart, learned) }));
}

/** What a chart shows as long as nobody chose. */
export function firstOf(choices: readonly Measure[], kind: Picture['kind']): Measure {
  return choices.includes('variation') && kind !== 'continuous' ? 'variation' : choices[0]!;
}

/** A measure with its unit. */
export function labelOf(measure: Measure): string {
  const { label, unit } = measureInfo(measure);
  return unit === '' ? say(label) : `${say(label)} (${say(unit)})`;
}
