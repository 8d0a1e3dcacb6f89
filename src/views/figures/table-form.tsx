import { useContext, useMemo } from 'react';
import type { DataTable, PrintTable } from './figure.ts';
import { FigureForm } from './figure-form.tsx';
import { pageLetters } from './letters.ts';
import { OriginContext } from './origin-context.ts';
import { tablePicture } from './table-picture.ts';

export interface TableFormProps {
  readonly title: string;
  /** What its numbers are. */
  readonly note: string;
  readonly print: () => PrintTable;
  readonly data: () => DataTable;
}

/** What a table can be saved as. */
export function TableForm({ title, note, print, data }: TableFormProps) {
  const origin = useContext(OriginContext);
  const figure = useMemo(() => {
    const table = print();
    const letters = pageLetters();
    return {
      key: title,
      title,
      words: table.rows.map((row) => row.map(({ text }, n) => `${table.head[n]} ${text}`).join(', ')).join('; '),
      origin,
      legend: note === '' ? [] : [{ kind: 'words' as const, text: note }],
      draw: () => tablePicture(table, letters),
      data,
      print: () => table,
    };
  }, [title, note, print, data, origin]);
  return <FigureForm figure={figure} />;
}
