import { useEffect } from 'react';
import { withKeep } from './hand-over/with-keep.ts';
import { useConfig, usePlayground } from './use-playground.ts';

/** Opens a run that is dropped on the page as a file; a frame has what its link lets through, and no files. */
export function useFileDrop(): void {
  const playground = usePlayground();
  const framed = useConfig(({ view }) => view === 'embed');
  useEffect(() => {
    if (framed) return;
    const { dataset } = document.documentElement;
    const isFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      // without this the browser leaves the page for the file
      if (!isFile(event)) return;
      event.preventDefault();
      dataset['drop'] = '';
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) delete dataset['drop'];
    };
    const onDrop = (event: DragEvent): void => {
      if (!isFile(event)) return;
      event.preventDefault();
      delete dataset['drop'];
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      void withKeep(playground, async (keep) => {
        const problem = await keep.openRunFile(playground, file);
        return problem === null ? null : { same: false, says: problem };
      });
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, [playground, framed]);
}
