import { Rich } from '../rich.tsx';
import { say } from '../../copy/say.ts';
import { LanguagePicker } from '../language-picker.tsx';
import { usePlayground } from '../use-playground.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Space', 'play or pause'],
  ['← →', 'one update back or on'],
  ['Home, End', 'first update, last one reached'],
  ['R', 'reset: same seed, same run'],
  ['1 … 6', 'go to a column'],
  ['P, D, V', 'show policy, last change or value'],
  ['arrows, on a map', 'move the cell cursor'],
  ['Enter, Esc', 'pin the state under the cursor, unpin it'],
  ['arrows, in a plan', 'move between its cells'],
  ['double-click a name', 'that setting back to its default'],
  ['L', 'large, for a projector'],
  ['M, then C held', 'mark this update; hold to see it again beside another'],
  ['Shift S', 'save pictures, charts and numbers'],
  ['K', 'keep this run: its curves stay in grey'],
  ['B', 'walk through one update, part by part'],
  ['Ctrl Z, Ctrl Shift Z', 'take a change of the settings back, make it again'],
  ['?', 'this list'],
];

/** What to press, and what makes the comparison fair. */
export function KeysList() {
  const playground = usePlayground();
  return (
    <form method="dialog">
      <LanguagePicker told={(lang) => playground.look({ lang })} />
      <h2 id="keys-title">{say('Keys')}</h2>
      <dl className="keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{say(key)}</kbd>
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <h2>{say('What makes the comparison fair')}</h2>
      <ul>
        <li>{say('All columns have the same world, start, discount, estimator, number of samples and seed.')}</li>
        <li>
          {say('Random numbers are common: the same by episode and step, so columns differ only by their update.')}
        </li>
        <li>
          {say('No column shows iteration k + 1 before all have k; milliseconds are shown, so a slow solver is seen.')}
        </li>
        <li>
          {say(
            'δ is not comparable across metrics: the same δ is a larger step for Sinkhorn than for Wasserstein. “Matched movement τ” gives every column the same total variation, which is the fair comparison.',
          )}
        </li>
      </ul>
      <p>
        {say(
          'After Song, He, Ding, Zhao, “Provably Convergent Policy Optimization via Metric-aware Trust Region Methods”, TMLR 2023, arXiv 2306.14133.',
        )}
      </p>
      <p>
        {import.meta.env.PLAYGROUND_SINGLE ? (
          say('MIT licence · the licences of everything in it stand at the end of this file')
        ) : (
          <Rich
            of="MIT licence · <licences>licences of everything that ships with it</licences>"
            licences={(words) => <a href="./licences.txt">{words}</a>}
          />
        )}
      </p>
      <div className="dialog-buttons">
        <button type="submit" className="main">
          {say('Close')}
        </button>
      </div>
    </form>
  );
}
