/** A canvas that writes down what is drawn on it: not part of the program. */

/** Calls and settings, one a line, numbers to a tenth of a pixel. */
export interface RecordedContext {
  readonly context: CanvasRenderingContext2D;
  readonly lines: readonly string[];
}

const written = (value: unknown): string =>
  typeof value === 'number'
    ? String(Math.round(value * 10) / 10 + 0)
    : Array.isArray(value)
      ? `[${value.map(written).join(' ')}]`
      : String(value);

export function recordedContext(): RecordedContext {
  const lines: string[] = [];
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values: unknown[]): void => {
          lines.push([String(name), ...values.map(written)].join(' '));
        },
      set: (_, name, value) => {
        // an opacity is a number of its own kind
        lines.push(`${String(name)} = ${name === 'globalAlpha' ? Number(value).toFixed(2) : written(value)}`);
        return true;
      },
    },
  ) as CanvasRenderingContext2D;
  return { context, lines };
}
