/** A part of a learner that can be copied, and put back to what a copy holds. */
export interface Part {
  readonly snapshot: () => unknown;
  readonly restore: (from: unknown) => void;
}

/** All parts as one. */
export function together(parts: readonly Part[]): Part {
  return {
    snapshot: () => parts.map((part) => part.snapshot()),
    restore: (from) => parts.forEach((part, n) => part.restore((from as readonly unknown[])[n])),
  };
}

/** Plain numbers and texts that change in place. */
export function plainPart(state: object): Part {
  return { snapshot: () => ({ ...state }), restore: (from) => void Object.assign(state, from) };
}
