import type { SessionConfig } from '../training/session.ts';

/** Whether a run that stands at an iteration is what is wanted, but for changes still to come. */
export function continues(is: SessionConfig, wanted: SessionConfig, iteration: number): boolean {
  const past = ({ changes, ...rest }: SessionConfig): string =>
    JSON.stringify([
      rest.seed,
      rest.world,
      rest.training,
      rest.run,
      changes.filter((change) => change.iteration < iteration),
    ]);
  return past(is) === past(wanted);
}
