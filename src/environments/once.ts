/** What `make` gives, made when it is first asked for: a page that opens one world waits for no other. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
