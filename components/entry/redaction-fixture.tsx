import type { ReactNode } from 'react';
import { bundledRedaction } from '../../lib/masking/bundled-redaction.ts';
import { type LoadRedaction, RedactionContext } from './redaction.ts';

const loadTestRedaction: LoadRedaction = () => Promise.resolve(bundledRedaction);

/** Provides the masking code, as on a page that can load it. For tests only. */
export const RedactionForTests = ({ children }: { children: ReactNode }) => (
  <RedactionContext.Provider value={loadTestRedaction}>{children}</RedactionContext.Provider>
);
