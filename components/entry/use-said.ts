import { useEffect, useRef, useState } from 'react';

const SAID_MS = 2000;

/** Something to say, and what was said last: null again once it was there long enough to be read. */
export function useSaid<T>(): [said: T | null, say: (words: T) => void] {
  const [said, setSaid] = useState<T | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    said,
    (words) => {
      setSaid(() => words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSaid(null), SAID_MS);
    },
  ];
}
