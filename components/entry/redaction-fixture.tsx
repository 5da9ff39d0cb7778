import type { ReactNode } from 'react';
import { redaction } from '../../lib/masking/bundled.ts';
import { type BringRedaction, RedactionContext } from './redaction.ts';

const bring: BringRedaction = () => Promise.resolve(redaction);

/** Provides the masking code, as on a page that can load it. For tests only. */
export const WithRedaction = ({ children }: { children: ReactNode }) => (
  <RedactionContext.Provider value={bring}>{children}</RedactionContext.Provider>
);
