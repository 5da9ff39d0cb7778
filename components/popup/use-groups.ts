import { useMemo } from 'react';
import type { Settings } from '../../lib/settings/settings.ts';
import { type Answer, type ListGroup, pageGroup, type Reference, recentGroup } from './answer.ts';
import { quietGroups } from './quiet-groups.ts';
import type { PopupState } from './store.ts';

/** All that the popup lists: the answer, the page in front, and on an empty field what else is at hand. */
export function useGroups(
  { page, pasted, quiet }: Pick<PopupState, 'page' | 'pasted' | 'quiet'>,
  answer: Answer,
  isHome: boolean,
  { on: remembers, list: remembered }: Settings['recent'],
  reference: Reference,
): { groups: readonly ListGroup[]; hasQuiet: boolean } {
  const onPage = useMemo(
    () => (pasted ? null : pageGroup(reference, page ?? null, 'On this page')),
    [reference, page, pasted],
  );
  const recent = useMemo(
    () => (isHome && remembers ? recentGroup(reference, remembered) : null),
    [reference, isHome, remembers, remembered],
  );
  const besides = useMemo(
    () => (isHome ? quietGroups(reference.catalogue, page ?? null, quiet) : []),
    [reference, isHome, page, quiet],
  );
  const groups = [...answer.groups, onPage, ...besides, recent].filter((group) => group !== null);
  return { groups, hasQuiet: besides.length > 0 };
}
