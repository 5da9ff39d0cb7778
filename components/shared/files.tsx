import { type ReactNode, type RefObject, useEffect, useState } from 'react';

/** Takes a file that is dropped anywhere on the page. Returns true while a file is dragged over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;

    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };

    const onDrop = (event: DragEvent) => {
      setIsOver(false);

      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      onFile(file);
    };

    addEventListener('dragenter', onDrag, { signal });
    addEventListener('dragover', onDrag, { signal });

    // Without a related target, the pointer has left the window.
    addEventListener(
      'dragleave',
      ({ relatedTarget }) => relatedTarget ?? setIsOver(false),
      { signal },
    );

    addEventListener('drop', onDrop, { signal });

    return () => ended.abort();
  }, [onFile]);

  return isOver;
}

/** A button that opens a file. Clears the input, so that the same file can be chosen again after it was edited. */
export const FileButton = (props: {
  label: ReactNode;
  accept: string;
  onFile: (file: File) => void;
  className?: string;
  title?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
}) => (
  <label className={props.className ?? 'button'} title={props.title}>
    {props.label}
    <input
      ref={props.inputRef}
      type="file"
      className="er-hidden"
      accept={props.accept}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) props.onFile(file);
        currentTarget.value = '';
      }}
    />
  </label>
);

export function saveFile(
  name: string,
  content: string | Blob,
  type: string,
): void {
  const address = URL.createObjectURL(new Blob([content], { type }));

  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: name,
  });

  link.click();
  URL.revokeObjectURL(address);
}
