import type { Settings } from './settings.ts';

const MARKING = ['enabled', 'pausedHosts', 'providerByHost', 'silenced'] as const;

/** Under both settings every page shows the same codes, however they look. */
export function marksAlike(one: Settings, other: Settings): boolean {
  return MARKING.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}
