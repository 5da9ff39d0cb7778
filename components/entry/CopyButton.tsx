import { Icon } from '../icons/Icon.tsx';
import { COULD_NOT, copyText } from './copy-text.ts';
import { useSaid } from './use-said.ts';

interface CopyButtonProps {
  text: string;
  label: string;
  /** Said once it is on the clipboard: `Link copied`. */
  done: string;
}

/** Copies one text, and says on the button itself whether that worked. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [said, say] = useSaid<string>();
  const copy = () =>
    copyText(text).then(
      () => say(done),
      () => say(COULD_NOT),
    );
  return (
    <button type="button" className="er-button" onClick={copy}>
      <Icon name={said === done ? 'yes' : 'copy'} />
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}
