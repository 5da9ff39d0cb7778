import type { Entry, Provider } from '../../data/schema.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { retryWords, turnWords } from './wording.ts';

interface VerdictProps {
  entry: Pick<Entry, 'verdict' | 'next' | 'success'>;
  provider: Provider | undefined;
  /** Next step that a text beside the code sharpened. */
  next?: string | null;
}

/** What a reader in a hurry needs: whose turn it is, whether a retry helps, and what to do next. */
export function Verdict({ entry, provider, next }: VerdictProps) {
  const mark = markOf(entry);
  return (
    <div className="er-verdict" data-mark={mark}>
      <MarkIcon mark={mark} size={18} />
      <p className="er-turn">
        <strong>{turnWords(entry, provider)}</strong>
        <span> · {retryWords(entry.verdict)}</span>
      </p>
      <p className="er-next">{next ?? entry.next}</p>
    </div>
  );
}
