import { describe, expect, it } from 'vitest';
import { paintedSvg } from './svg-context.ts';
import { testingLetters } from './testing-letters.ts';

const painted = (paint: (context: CanvasRenderingContext2D) => void): string =>
  paintedSvg(100, 50, testingLetters, paint).markup;

describe('a canvas that writes SVG', () => {
  it('fills and strokes paths as they were set', () => {
    const markup = painted((context) => {
      context.fillStyle = '#ff0000';
      context.fillRect(1, 2, 3.456, 4);
      context.strokeStyle = '#00ff00';
      context.lineWidth = 2;
      context.globalAlpha = 0.5;
      context.setLineDash([3, 1]);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(10, 5);
      context.stroke();
    });
    expect(markup).toBe(
      '<rect x="1" y="2" width="3.46" height="4" fill="#ff0000"/>' +
        '<path d="M0,0L10,5" fill="none" stroke="#00ff00" stroke-width="2" stroke-opacity="0.5" stroke-dasharray="3 1"/>',
    );
  });

  it('turns, moves and comes back', () => {
    const markup = painted((context) => {
      context.save();
      context.translate(10, 20);
      context.rotate(Math.PI / 2);
      context.fillRect(0, 0, 1, 1);
      context.restore();
      context.fillRect(0, 0, 1, 1);
    });
    expect(markup).toContain('transform="matrix(0 1 -1 0 10 20)"');
    expect(markup.split('transform')).toHaveLength(2);
  });

  it('clips what is drawn until it is restored, and clips of clips', () => {
    const markup = painted((context) => {
      context.save();
      context.beginPath();
      context.rect(0, 0, 10, 10);
      context.clip();
      context.fillRect(0, 0, 20, 20);
      context.beginPath();
      context.rect(0, 0, 5, 5);
      context.clip();
      context.fillRect(0, 0, 30, 30);
      context.restore();
      context.fillRect(0, 0, 40, 40);
    });
    expect(markup).toMatch(/<clipPath id="p-clip-1" clip-path="url\(#p-clip-0\)">/);
    expect(markup).toMatch(
      /<g clip-path="url\(#p-clip-0\)"><rect width="20" [^>]*\/><\/g>|<g clip-path="url\(#p-clip-0\)"><rect x="0" y="0" width="20"/,
    );
    const after = markup.slice(markup.indexOf('width="40"'));
    expect(after).not.toContain('</g>');
  });

  it('writes letters where a canvas has them, and what XML does not take', () => {
    const markup = painted((context) => {
      context.font = '600 12px system-ui, sans-serif';
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      context.fillText('a < b & "c"\u0000', 10, 20);
    });
    expect(markup).toContain('y="24" font-size="12" font-weight="600" text-anchor="end"');
    expect(markup).toContain('>a &lt; b &amp; &quot;c&quot;</text>');
  });

  it('throws where a painter uses what it does not have, instead of leaving it out', () => {
    expect(() => painted((context) => context.ellipse(0, 0, 1, 1, 0, 0, 1))).toThrow(TypeError);
    expect(() =>
      painted((context) => {
        context.fillRect(0, 0, 1, 1);
        context.clearRect(0, 0, 1, 1);
      }),
    ).toThrow('drawn once');
  });
});
