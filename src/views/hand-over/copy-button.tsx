import { useState, type RefObject } from 'react';
import { say } from '../../copy/say.ts';
import { within } from '../../playground/within.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly children: string;
  /** What is selected for the reader's own keys where the page may not copy. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly main?: boolean;
}

/** Copies a text, and says whether it could. */
export function CopyButton({ text, children, field, main = false }: CopyButtonProps) {
  const [told, setTold] = useState({ text: '', says: '' });
  const copy = async (): Promise<void> => {
    try {
      await within(2000, navigator.clipboard.writeText(text));
      setTold({ text, says: say('Copied.') });
    } catch {
      // no clipboard here: an insecure address, a frame without permission, or no answer
      field.current?.select();
      setTold({
        text,
        says: say('This browser does not let the page copy: the text is selected, copy it with your keys.'),
      });
    }
  };
  return (
    <>
      <button type="button" className={main ? 'main' : ''} onClick={() => void copy()}>
        {children}
      </button>
      <span className="told" role="status">
        {told.text === text ? told.says : ''}
      </span>
    </>
  );
}
