const KEY = 'trust-region-last';
/** Characters beyond which a link is not kept: a visit begins elsewhere rather than slowly. */
const LONGEST = 20_000;

/** The link at which this browser was left; empty where it was opening one, or keeps none; null on a first visit. */
export function lastVisit(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return '';
  }
}

/** Keeps where this browser is. */
export function keepVisit(link: string): void {
  try {
    localStorage.setItem(KEY, link.length > LONGEST ? '' : link);
  } catch {
    // a browser that keeps nothing begins anew
  }
}
