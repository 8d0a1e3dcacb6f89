import { say } from '../../copy/say.ts';
import { MAX_RUNS } from '../../config/playground-config.ts';
import { columnNames } from '../../config/column-names.ts';
import { methodHas, runFields, runKeysRead } from '../../config/run-fields.ts';
import { isMethodKind, settingsOf, type MethodKind } from '../../methods/registry.ts';
import { withDuplicate, withMovedRun, withNewRun, withoutRun, withRunSetting } from '../../playground/edits.ts';
import { FieldControl } from '../bar/field-control.tsx';
import { SharedSettings } from '../bar/shared-settings.tsx';
import { colorOf } from '../chart/looks.ts';
import { MethodOptions } from '../column/method-options.tsx';
import { useConfig, usePlayground } from '../use-playground.ts';

/** Whether a column's method has a rule by which a number goes over the updates. */
function schedules(method: MethodKind, of: 'beta' | 'lambda'): boolean {
  return methodHas(method, of === 'beta' ? 'rule' : 'lambdaRule');
}

/** Settings of all columns together, and of each. */
export function DrawerBody() {
  const playground = usePlayground();
  const runs = useConfig((config) => config.runs);
  useConfig((config) => config.changes);
  return (
    <div className="drawer-body">
      <div className="drawer-acts">
        <button type="button" title={say('Shift S')} onClick={() => playground.look({ saving: true })}>
          {say('Save pictures and numbers…')}
        </button>
      </div>
      <SharedSettings />
      <div className="drawer-columns">
        {runs.map((config, index) => {
          const { run } = playground.settings(index);
          const name = columnNames(runs)[index]!;
          const fields = runFields(run.method, playground.config.getState().world.kind);
          return (
            <fieldset key={index} className="drawer-column" style={{ '--method': colorOf(config) }}>
              <legend>{name}</legend>
              {runKeysRead(run).map((key) => (
                <FieldControl
                  key={key}
                  field={fields[key]!}
                  name={key}
                  value={settingsOf(run)[key]!}
                  onChange={(value) => playground.edit((whole, at) => withRunSetting(whole, index, key, value, at))}
                />
              ))}
              <p className="draw-buttons">
                {(['beta', 'lambda'] as const)
                  .filter((of) => schedules(run.method, of))
                  .map((of) => (
                    <button
                      key={of}
                      type="button"
                      onClick={() => playground.look({ editor: { kind: 'schedule', column: index, of } })}
                    >
                      {say('Draw {symbol} over the updates', { symbol: of === 'beta' ? 'β' : 'λ' })}
                    </button>
                  ))}
              </p>
              <div className="column-acts" role="group" aria-label={say('Column {n}, {name}', { n: index + 1, name })}>
                <button
                  type="button"
                  disabled={runs.length >= MAX_RUNS}
                  onClick={() => playground.edit((whole) => withDuplicate(whole, index))}
                >
                  {say('Duplicate')}
                </button>
                <button
                  type="button"
                  disabled={index === 0}
                  onClick={() => playground.edit((whole) => withMovedRun(whole, index, index - 1))}
                >
                  {say('Move left')}
                </button>
                <button
                  type="button"
                  disabled={index === runs.length - 1}
                  onClick={() => playground.edit((whole) => withMovedRun(whole, index, index + 1))}
                >
                  {say('Move right')}
                </button>
                <button
                  type="button"
                  disabled={runs.length === 1}
                  onClick={() => playground.edit((whole) => withoutRun(whole, index))}
                >
                  {say('Remove')}
                </button>
              </div>
            </fieldset>
          );
        })}
        {runs.length < MAX_RUNS && (
          <label className="add">
            {say('Add a column')}{' '}
            <select
              value=""
              aria-label={say('Add a column')}
              onChange={({ target }) => {
                const { value } = target;
                if (isMethodKind(value)) playground.edit((config) => withNewRun(config, value));
              }}
            >
              <option value="">{say('choose a rule …')}</option>
              <MethodOptions />
            </select>
          </label>
        )}
      </div>
    </div>
  );
}
