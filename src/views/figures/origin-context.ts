import { createContext } from 'react';
import { say } from '../../copy/say.ts';
import { lineOf } from '../../sweeps/record.ts';
import { taskCount } from '../../sweeps/sweep-size.ts';
import type { Made, Sweep } from '../../sweeps/sweep.ts';
import type { Origin } from './figure.ts';

/** Where the figures of a part of the page come from. */
export const OriginContext = createContext<Origin>({ about: [], link: '' });

/** What a caption says of a sweep. @param file its name under the page's sweeps, where it has one */
export function sweepOrigin(sweep: Sweep, made: Made, file: string | null = null): Origin {
  const { title, about, seeds, iterations, vary } = sweep;
  const runs = say('{n} runs of {iterations} iterations, seeds {first} to {last}', {
    n: taskCount(sweep),
    iterations,
    first: seeds.first,
    last: seeds.first + seeds.count - 1,
  });
  const varied = vary.map(({ name, values }) => `${name}: ${values.map(({ label }) => label).join(', ')}`);
  const what = [...varied, runs].join('; ');
  const when =
    made.date === ''
      ? `${what}.`
      : say('{what}, {date}, version {version}.', { what, date: made.date, version: made.version });
  const hash = file === null ? `sweep=${encodeURIComponent(lineOf(sweep))}` : `file=${encodeURIComponent(file)}`;
  return {
    about: [`${title}.`, ...(about === '' ? [] : [about]), when],
    link: `${new URL('./sweeps.html', document.baseURI).href}#${hash}`,
  };
}
