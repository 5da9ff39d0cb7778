import { createContext, useContext, useEffect, useState } from 'react';
import { maskForDisplay } from '../../lib/masking/display-masking.ts';
import { maskText, type Redaction } from '../../lib/masking/masked.ts';

/** Loads the masking code. It is large, so it is loaded lazily, the first time that a text is to be copied or saved. */
export type LoadRedaction = () => Promise<Redaction>;

export const rejectRedaction: LoadRedaction = () => Promise.reject(new Error('Nothing masks here.'));

export const RedactionContext = createContext(rejectRedaction);

/** Returns a text with personal data masked; empty until the masking code is loaded. */
export function useMaskedText(text: string): string {
  const redaction = useRedaction();
  return redaction ? maskText(redaction.splitIntoParts(text), maskForDisplay) : '';
}

/** Returns the masking code: undefined while it loads, null if it cannot be loaded. */
export function useRedaction(): Redaction | null | undefined {
  const bring = useContext(RedactionContext);
  const [redaction, setRedaction] = useState<Redaction | null>();
  useEffect(() => {
    let isWanted = true;
    const setIfWanted = (brought: Redaction | null) => isWanted && setRedaction(brought);
    bring().then(setIfWanted, () => setIfWanted(null));
    return () => {
      isWanted = false;
    };
  }, [bring]);
  return redaction;
}
