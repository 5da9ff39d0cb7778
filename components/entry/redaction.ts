import { createContext, useContext, useEffect, useState } from 'react';
import { maskedText, type Redaction } from '../../lib/masking/masked.ts';
import { shownPart } from '../../lib/explain/phone-number.ts';

/** Brings what masks a text. It is large: it is brought when a text is to be handed over, and not before. */
export type BringRedaction = () => Promise<Redaction>;

export const noRedaction: BringRedaction = () => Promise.reject(new Error('Nothing masks here.'));

export const RedactionContext = createContext(noRedaction);

/** A text as it may be shown; empty until what masks it is there. */
export function useShown(text: string): string {
  const redaction = useRedaction();
  return redaction ? maskedText(redaction.partsOf(text), shownPart) : '';
}

/** Undefined until it is there, null where it cannot be had. */
export function useRedaction(): Redaction | null | undefined {
  const bring = useContext(RedactionContext);
  const [redaction, setRedaction] = useState<Redaction | null>();
  useEffect(() => {
    let isWanted = true;
    const take = (brought: Redaction | null) => isWanted && setRedaction(brought);
    bring().then(take, () => take(null));
    return () => {
      isWanted = false;
    };
  }, [bring]);
  return redaction;
}
