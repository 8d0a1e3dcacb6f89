import { useEffect, useState, type ReactNode } from 'react';
import { say } from '../../copy/say.ts';
import { within } from '../../playground/within.ts';
import { download, revokeLater } from '../download.ts';
import type { Figure } from './figure.ts';
import { pictureSvg } from './figure-svg.ts';
import type { Letters } from './letters.ts';
import { formatNames, formatsOf, savedFile, type Format } from './saved-file.ts';

/** What the buttons do: save a file, or put it where it can be pasted from. */
export type Way = 'save' | 'copy';

interface FigureCardProps {
  readonly figure: Figure;
  readonly letters: Letters;
  readonly way: Way;
  /** Called with what came of it, in a sentence. */
  readonly tell: (sentence: string) => void;
  readonly children?: ReactNode;
}

/** A figure as it will be saved, small, with a button for each kind of file. */
export function FigureCard({ figure, letters, way, tell, children }: FigureCardProps) {
  const { title, draw } = figure;
  const act = async (format: Format): Promise<void> => {
    try {
      const { name, type, content } = await savedFile(figure, format, letters);
      if (way === 'save') {
        download(name, content, type);
        tell(say('Saved {name}.', { name }));
      } else {
        await within(2000, copy(content));
        tell(say('Copied {title} as {format}.', { title, format: formatNames[format] }));
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(
        way === 'save'
          ? say('It could not be saved: {why}', { why })
          : say('This browser does not let the page copy that: save it instead.'),
      );
    }
  };
  return (
    <li className="figure-card">
      {draw !== null && <Thumbnail figure={figure} />}
      <h4>{title}</h4>
      {draw === null && <p className="quiet">{figure.words}</p>}
      {children}
      <div className="figure-acts" role="group" aria-label={title}>
        {formatsOf(figure).map((format) => (
          <button key={format} type="button" onClick={() => void act(format)}>
            {formatNames[format]}
          </button>
        ))}
      </div>
    </li>
  );
}

async function copy(content: string | Blob): Promise<void> {
  if (typeof content === 'string') return navigator.clipboard.writeText(content);
  return navigator.clipboard.write([new ClipboardItem({ [content.type]: content })]);
}

/** The very picture that would be saved, as an image. */
function Thumbnail({ figure }: { readonly figure: Figure }) {
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let made: string | null = null;
    // one after the other, so that the page answers meanwhile
    const timer = setTimeout(() => {
      try {
        made = URL.createObjectURL(new Blob([pictureSvg(figure)], { type: 'image/svg+xml' }));
        setAddress(made);
      } catch (error) {
        setProblem(
          say('It could not be drawn: {why}', { why: error instanceof Error ? error.message : String(error) }),
        );
      }
    }, 0);
    return () => {
      clearTimeout(timer);
      if (made !== null) revokeLater(made);
    };
  }, [figure]);
  return (
    <div className="figure-thumb">
      {address !== null && <img src={address} alt={figure.words} />}
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}
