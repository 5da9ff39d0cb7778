import { createContext, useContext, useEffect, useState } from 'react';
import { maskForDisplay } from '../../lib/masking/display-masking.ts';
import { maskText, type Redactor } from '../../lib/masking/masked.ts';

/** Loads the masking code. It is large, so it is loaded lazily, the first time that a text is to be copied or saved. */
export type LoadRedactor = () => Promise<Redactor>;

export const failWithoutRedactor: LoadRedactor = () =>
  Promise.reject(new Error('No provider of RedactionContext.'));

export const RedactionContext = createContext(failWithoutRedactor);

/** Returns a text with personal data masked; empty until the masking code is loaded. */
export function useMaskedText(text: string): string {
  const redaction = useRedaction();
  return redaction ? maskText(redaction.splitIntoParts(text), maskForDisplay) : '';
}

/** Returns the masking code: undefined while it loads, null if it cannot be loaded. */
export function useRedaction(): Redactor | null | undefined {
  const bring = useContext(RedactionContext);
  const [redaction, setRedaction] = useState<Redactor | null>();
  useEffect(() => {
    let isWanted = true;
    const setIfWanted = (brought: Redactor | null) => isWanted && setRedaction(brought);
    bring().then(setIfWanted, () => setIfWanted(null));
    return () => {
      isWanted = false;
    };
  }, [bring]);
  return redaction;
}
