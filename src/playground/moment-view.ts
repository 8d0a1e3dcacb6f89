import { say } from '../copy/say.ts';
import { defaultMoment, type ChartAxis, type Moment, type Opened } from '../config/moment.ts';
import type { PlaygroundConfig } from '../config/playground-config.ts';
import type { Picture } from '../environments/picture.ts';
import { measures } from '../training/measure.ts';
import { firstLayer, isSame, opensAt } from './first-look.ts';
import type { TimeAxis, View } from './view-store.ts';

/** What a moment shows of a world, and sentences about what the world does not have. */
export function momentView(
  { state, follow, heat, panel, layer, slice, charts, axis, opened, lesson, lang }: Moment,
  picture: Picture,
): { readonly view: Partial<View>; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const slices = picture.kind === 'table' ? 1 : picture.world.slices.length;
  const { layers } = picture.lattice;
  const fits =
    layer !== null && layer.length === layers.length && layer.every((option, n) => option < layers[n]!.options.length);
  if (state !== null && state >= picture.states)
    problems.push(
      say('s = {state} is not one of the {states} states here; the state that moved most is shown.', {
        state,
        states: picture.states,
      }),
    );
  if (layer !== null && !fits)
    problems.push(say('layer = {layer} is no layer of this world; the first is shown.', { layer: layer.join('.') }));
  if (slice >= slices)
    problems.push(say('slice = {slice} is not one of the {slices} here; the first is shown.', { slice, slices }));
  const known: readonly string[] = measures.filter((measure) => 'charts' in measure).map(({ key }) => key);
  const strange = charts.filter((measure) => !known.includes(measure));
  if (strange.length > 0)
    problems.push(
      say('charts = {strange} is none of {known}; the usual charts are shown.', {
        strange: strange.join('.'),
        known: known.join(', '),
      }),
    );
  // what a link leaves out stays as the reader has it
  const view: Partial<View> = {
    lesson,
    ...(lang === null ? {} : { lang }),
    ...(state !== null && state < picture.states ? { pinned: state } : {}),
    ...(follow === defaultMoment.follow ? {} : { follow }),
    ...(heat === defaultMoment.heat ? {} : { heat }),
    ...(panel === defaultMoment.panel ? {} : { panel }),
    ...(fits ? { layer } : {}),
    ...(slice > 0 && slice < slices ? { slice } : {}),
    ...(charts.length > 0 && strange.length === 0 ? { charts } : {}),
    ...(axis === defaultMoment.axis
      ? {}
      : { timeAxis: axis.replace('log-', '') as TimeAxis, logTime: axis.startsWith('log-') }),
    ...(opened.includes('settings') ? { drawer: true } : {}),
    ...(opened.includes('charts') ? { moreCharts: true } : {}),
  };
  return { view, problems };
}

/** What is on the screen now, as a link has it. */
export function momentOf(
  config: PlaygroundConfig,
  view: View,
  picture: Picture,
  iteration: number,
  stands: boolean,
): Moment {
  const opens = config.play ? 0 : opensAt({ ...config, moment: { ...config.moment, k: null } }, false);
  const usual = firstLayer(picture);
  const layer = picture.lattice.layers.length > 0 && !isSame(view.layer, usual) ? view.layer : null;
  return {
    k: stands && iteration !== opens ? iteration : null,
    state: view.pinned,
    follow: view.pinned === null ? view.follow : 'most',
    heat: view.heat,
    panel: view.panel,
    layer,
    slice: picture.kind === 'table' ? 0 : view.slice,
    charts: view.charts,
    axis: `${view.logTime ? 'log-' : ''}${view.timeAxis}` satisfies ChartAxis,
    opened: [
      ...(view.drawer ? (['settings'] as const) : []),
      ...(view.moreCharts ? (['charts'] as const) : []),
    ] satisfies readonly Opened[],
    lesson: view.lesson,
    lang: view.lang,
    proof: null,
  };
}
