/** A press beside a dialog closes it, as Esc does; browsers do it themselves, React's types do not know it yet. */
export const CLOSED_BY = { closedby: 'any' };
