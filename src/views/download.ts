/** Gives a text or bytes to the reader as a file. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  revokeLater(address);
}

/** Gives up the address of a blob once whoever still reads it is done. */
export function revokeLater(address: string): void {
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name for a file, from a title. */
export function fileName(title: string, otherwise = 'sweep'): string {
  const plain = title
    .normalize('NFKD')
    // accents, which stand apart now
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll('δ', 'delta')
    .replaceAll('λ', 'lambda')
    .replaceAll('β', 'beta')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-$/, '') || otherwise;
}
