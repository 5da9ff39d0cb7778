import { useEffect, useState } from 'react';

/** Takes a file that is dropped anywhere on the page. Returns true while a file is dragged over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const onDrag = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    addEventListener('dragenter', onDrag, { signal });
    addEventListener('dragover', onDrag, { signal });
    // Without a related target, the pointer has left the window.
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? setIsOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        setIsOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      },
      { signal },
    );
    return () => ended.abort();
  }, [onFile]);
  return isOver;
}
