import { useEffect, useId, useState } from 'react';
import { say } from '../../copy/say.ts';
import { MAX_MAP_LENGTH, readCells, writeTextMap, type TextMap } from '../../environments/text-map.ts';

interface MapTextProps {
  readonly map: TextMap;
  readonly onMap: (map: TextMap) => void;
}

/** The map as text: what is typed or pasted is painted as soon as it can be read. */
export function MapText({ map, onMap }: MapTextProps) {
  const id = useId();
  const written = writeTextMap(map).replaceAll('/', '\n');
  const [text, setText] = useState(written);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    setText((typed) => (sameMap(typed, written) ? typed : written));
    setProblem(undefined);
  }, [written]);
  const take = (typed: string): void => {
    setText(typed);
    const reading =
      typed.length > 2 * MAX_MAP_LENGTH
        ? {
            problem: say('The text has {n} characters; a map has at most {most}.', {
              n: typed.length,
              most: MAX_MAP_LENGTH,
            }),
          }
        : readCells(typed.replace(/[\s/]+$/, ''));
    setProblem(reading.problem);
    if (reading.problem === undefined && writeTextMap(reading.map) !== writeTextMap(map)) onMap(reading.map);
  };
  return (
    <details className="as-text">
      <summary>{say('The map as text')}</summary>
      <p className="quiet" id={`${id}-help`}>
        {say(
          '# wall, . free, S start, G goal, H hazard. Copy it to keep it; a map that is pasted here is painted at once.',
        )}
      </p>
      <textarea
        aria-label={say('The map as text')}
        aria-describedby={problem === undefined ? `${id}-help` : `${id}-problem`}
        aria-invalid={problem !== undefined}
        spellCheck={false}
        rows={Math.min(20, map.rows + 1)}
        value={text}
        onChange={({ target }) => take(target.value)}
      />
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem} {say('The map stays as it is drawn.')}
        </p>
      )}
    </details>
  );
}

function sameMap(text: string, written: string): boolean {
  const { map } = readCells(text) as { readonly map?: TextMap };
  return map !== undefined && writeTextMap(map).replaceAll('/', '\n') === written;
}
