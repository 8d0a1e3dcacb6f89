import type { LinkParts } from './link-parts.ts';
import { OPENING } from './playground-config.ts';

/** Settings as a link has them. */
interface Former {
  readonly training: Readonly<Record<string, string>>;
  /** Of columns, by their method. */
  readonly runs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What bodies of MuJoCo came with, but for the bound of the spread. */
const moving = {
  learner: 'replay',
  environments: '8',
  iterationSteps: '1000',
  minibatch: '128',
  particles: '16',
  updateRatio: '0.3',
  warmup: '5000',
} as const;
const radii = {
  kl: { delta: '0.1' },
  wasserstein: { delta: '0.1' },
  sinkhorn: { delta: '0.05' },
  trpo: { delta: '0.01' },
} as const;

/** What worlds came with in links of version 1, where they come with something else now. */
const FORMER: Readonly<Record<string, Former>> = {
  hopper: { training: { ...moving, gamma: '0.99', gaeLambda: '0.95', spreadBound: '0.02' }, runs: radii },
  walker2d: { training: { ...moving, spreadBound: '0.001' }, runs: radii },
  reacher: { training: { ...moving, spreadBound: '0.02' }, runs: radii },
  'half-cheetah': { training: { ...moving, spreadBound: '0.001' }, runs: radii },
  pendulum: {
    training: { learner: 'replay', particles: '16', epochs: '4' },
    runs: { kl: { delta: '0.1' }, wasserstein: { delta: '0.06' }, sinkhorn: { delta: '0.03' } },
  },
};

/** A link of version 1 with all of its world's former defaults said: it goes on to mean what it meant. */
export function withFormerDefaults(parts: LinkParts): LinkParts {
  const world = parts.entries.get('world')?.trim() ?? '';
  if (parts.version !== '1' || !Object.hasOwn(FORMER, world)) return parts;
  const { training, runs } = FORMER[world]!;
  const columns =
    parts.columns.length > 0
      ? parts.columns
      : OPENING.map((method) => ({ method, settings: new Map<string, string>() }));
  return {
    ...parts,
    entries: new Map([...Object.entries(training), ...parts.entries]),
    columns: columns.map(({ method, settings }) => {
      const former = Object.hasOwn(runs, method) ? Object.entries(runs[method]!) : [];
      return { method, settings: new Map([...former, ...settings]) };
    }),
  };
}
