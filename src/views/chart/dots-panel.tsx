import type { DotsPanel } from '../../claims/pictures/picture.ts';
import { looksOf } from './looks.ts';
import { PanelText } from './panel-frame.tsx';
import { widthOf } from './picture-scale.ts';
import type { PanelProps } from './plot-panel.tsx';

const HEAD = 16;

/** How high a table of dots is with rows of some height. */
export const dotsHeight = ({ rows }: DotsPanel, row: number): number => HEAD + 2 + rows.length * row;

/** A table of dots, filled where something is so. */
export function DotsPanelPicture({ panel, width, height, dots, words }: PanelProps<DotsPanel>) {
  const { columns, rows } = panel;
  const looks = looksOf(columns);
  const names = Math.min(width - 40 * columns.length, 10 + Math.max(...rows.map(({ name }) => widthOf(name))));
  const each = Math.min(64, (width - names) / columns.length);
  const row = (height - HEAD - 2) / Math.max(1, rows.length);
  const x = (n: number): number => names + (n + 0.5) * each;
  const y = (n: number): number => HEAD + (n + 0.5) * row;
  const radius = Math.max(3, Math.min(6, row / 2 - 2));
  return (
    <svg
      width={width}
      height={height}
      {...(words === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
    >
      {columns.map(({ name }, n) => (
        <PanelText key={name} x={x(n)} y={12} room={each - 2} anchor="middle" className="line-name">
          {name}
        </PanelText>
      ))}
      {rows.map(({ name, filled }, n) => {
        const here = dots?.rows.find((one) => one.name === name);
        return (
          <g key={name}>
            {filled.every((one) => one === true) && (
              <rect
                className="full-row"
                x={0}
                y={y(n) - row / 2}
                width={names + columns.length * each}
                height={row}
                rx={3}
              />
            )}
            <PanelText x={names - 8} y={y(n) + 4} room={names - 10} anchor="end">
              {name}
            </PanelText>
            {filled.map((one, column) => {
              const { color } = looks[column]!;
              const made = here?.filled[column] ?? null;
              return (
                <g key={columns[column]!.name} stroke={color} strokeWidth={1.4}>
                  <circle
                    cx={x(column)}
                    cy={y(n)}
                    r={radius}
                    fill={one === true ? color : 'none'}
                    opacity={one === null ? 0.3 : 1}
                  />
                  {made !== null && (
                    <circle
                      className="run-ring"
                      cx={x(column)}
                      cy={y(n)}
                      r={radius + 3}
                      fill="none"
                      strokeDasharray={made ? undefined : '2 3'}
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
