/**
 * The rules of a `_headers` file, as Netlify and Cloudflare Pages read it.
 *
 * @returns a list of `{ path, headers }`, where `path` may end in `*` and `headers` are pairs of name and value
 */
export function readHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || rules.length === 0) {
      throw new Error(
        `A line of _headers is ${JSON.stringify(line)}; expected is a path, or "  Name: value" below one.`,
      );
    }
    rules.at(-1).headers.push([name, value.trim()]);
  }
  return rules;
}

/** What is sent with a file, by the rules. @param pathname from the root of the site, with its first slash */
export function headersOf(rules, pathname) {
  const fits = (path) => (path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path);
  return Object.fromEntries(rules.filter(({ path }) => fits(path)).flatMap(({ headers }) => headers));
}
