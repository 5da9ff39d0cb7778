import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { verdictLine } from '../../lib/explain/words.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';

interface VerdictProps {
  entry: Entry;
  catalogue: Catalogue;
  /** Next step that a text beside the code sharpened. */
  next: string | null;
}

/** What a reader in a hurry needs: whose turn it is, whether a retry helps, and what to do next. */
export function Verdict({ entry, catalogue, next }: VerdictProps) {
  const mark = markOf(entry);
  const words = verdictLine(entry, catalogue);
  return (
    <div className="er-verdict" data-mark={mark}>
      <MarkIcon mark={mark} size={18} />
      <p className="er-turn">
        <strong>{words.turn}</strong> · {words.retry}
      </p>
      <p className="er-next">{next ?? words.next}</p>
    </div>
  );
}
