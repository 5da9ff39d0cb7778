import { Icon } from '../icons/Icon.tsx';
import { COULD_NOT, copyText } from './copy-text.ts';
import { useSaid } from './use-said.ts';

export type CopyForm = 'text' | 'markdown';

interface CopyButtonsProps {
  /** The explanation as a plain paragraph or as Markdown. */
  textOf: (form: CopyForm) => string;
}

const COPIED = 'Copied';

/** Copies the explanation, and says so to eye and ear. */
export function CopyButtons({ textOf }: CopyButtonsProps) {
  const [said, say] = useSaid<{ form: CopyForm; text: string }>();
  const copy = (form: CopyForm) =>
    copyText(textOf(form)).then(
      () => say({ form, text: COPIED }),
      () => say({ form, text: COULD_NOT }),
    );
  const label = (form: CopyForm, idle: string) => (said?.form === form ? said.text : idle);
  return (
    <>
      <button
        type="button"
        className="er-button er-copy"
        onClick={() => copy('text')}
        title="Copy as a paragraph"
      >
        <Icon name={label('text', '') === COPIED ? 'yes' : 'copy'} />
        {label('text', 'Copy')}
      </button>
      <button type="button" className="er-button" onClick={() => copy('markdown')} title="Copy as Markdown">
        {label('markdown', 'Markdown')}
      </button>
      <span role="status" className="er-hidden">
        {said?.text}
      </span>
    </>
  );
}
