import * as v from 'valibot';

const row = v.object({
  world: v.string(),
  name: v.string(),
  runs: v.number(),
  mean: v.number(),
  sd: v.nullable(v.number()),
  episodesTo90: v.nullable(v.number()),
  /** Of a whole run, in the mean. */
  episodes: v.nullable(v.number()),
  note: v.string(),
});

const file = v.object({
  source: v.string(),
  rows: v.array(row),
  leftOut: v.array(
    v.object({
      world: v.string(),
      name: v.string(),
      why: v.string(),
      runs: v.nullable(v.number()),
      mean: v.nullable(v.number()),
      sd: v.nullable(v.number()),
    }),
  ),
});

/** The authors' own logged numbers, and those of which it is in doubt what they are. */
export type Authors = v.InferOutput<typeof file>;

/** Reads public/claims/authors.json; null where it is not that. */
export function readAuthors(value: unknown): Authors | null {
  const read = v.safeParse(file, value);
  return read.success ? read.output : null;
}
