import { say, sayCount } from '../../copy/say.ts';
import { listed } from '../../copy/listed.ts';
import { columnNames } from '../../config/column-names.ts';
import { worlds } from '../../environments/registry.ts';
import { updateSentence } from '../../playground/rest-sentence.ts';
import { useConfig, useLookedAt, usePicture, usePlayground, useRuns, useSignal, useView } from '../use-playground.ts';

/** What who does not see the page hears first: what is here, what can be turned, what stands now, and one hint. */
export function ScreenSummary() {
  const playground = usePlayground();
  const runs = useRuns();
  const picture = usePicture();
  const state = useLookedAt();
  const names = columnNames(useConfig((config) => config.runs));
  const kind = useConfig((config) => config.world.kind);
  const lesson = useView((view) => view.lesson);
  const slice = useView((view) => view.slice);
  useSignal(playground.changed, 250);
  return (
    <section className="visually-hidden" aria-label={say('Summary')}>
      <p>
        {sayCount(
          names.length,
          'Here: one column, {names}, each improving the same policy of {world} by a rule of its own.',
          'Here: {count} columns, {names}, each improving the same policy of {world} by a rule of its own.',
          { names: listed(names), world: say(worlds[kind].label) },
        )}
      </p>
      <p>
        {say(
          'You can turn: how far an update may go, the price β of each column, what the maps show, and the settings at the end of the page. Space plays, the arrow keys take one update.',
        )}
      </p>
      {/* each a single text: a browser that translates takes the others away */}
      <p>{say('Now: {sentence}', { sentence: updateSentence(playground.iteration, runs, picture, state, slice) })}</p>
      <p>
        {say(
          lesson === null
            ? 'Hint: the button “why?” says in words why the state that is looked at changed.'
            : 'Hint: a lesson is open before this; it says what to do, and what comes is told here.',
        )}
      </p>
    </section>
  );
}
