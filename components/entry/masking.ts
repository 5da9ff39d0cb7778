import { createContext, useContext, useEffect, useState } from 'react';
import { maskForDisplay } from '../../lib/masking/display-masking.ts';
import { type Masker, maskText } from '../../lib/masking/mask-text.ts';

/** Loads the masking code. It is large, so it is loaded lazily, the first time that a text is to be copied or saved. */
export type LoadMasker = () => Promise<Masker>;

export const MaskingContext = createContext<LoadMasker>(() =>
  Promise.reject(new Error('No provider.')),
);

/** Returns a text with personal data masked; empty until the masking code is loaded. */
export function useMaskedText(text: string): string {
  const masking = useMasking();
  return masking ? maskText(masking.splitIntoParts(text), maskForDisplay) : '';
}

/** Returns the masking code: undefined while it loads, null if it cannot be loaded. */
export function useMasking(): Masker | null | undefined {
  const bring = useContext(MaskingContext);
  return useLoaded(() => bring().catch(() => null), [bring]);
}

/** Returns what a promise resolves to: the last value until then, at first undefined. Without a promise nothing changes. */
export function useLoaded<T>(
  load: () => Promise<T> | null,
  changes: readonly unknown[],
): T | undefined {
  const [loaded, setLoaded] = useState<T>();

  useEffect(() => {
    let isWanted = true;

    void load()?.then((value) => isWanted && setLoaded(value));

    return () => {
      isWanted = false;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what changes the promise
  }, changes);

  return loaded;
}
