/** The address of this page, with another fragment. */
export function pageAddress(fragment: string): string {
  return `${location.href.replace(/#.*$/, '')}#${fragment}`;
}
