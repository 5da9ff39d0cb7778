import type { Entry, Owner } from '../../data/schema.ts';

/** Who makes the next move, by what the code is about; where it is somebody else's turn, the reader asks or waits. */
const BY_CLASS: Readonly<Record<Entry['class'], Owner>> = {
  account: 'admin',
  auth: 'developer',
  calling: 'operator',
  flow: 'developer',
  media: 'operator',
  network: 'operator',
  other: 'operator',
  parameter: 'developer',
  payment: 'admin',
  permission: 'admin',
  'phone-number': 'admin',
  policy: 'admin',
  quality: 'admin',
  'rate-limit': 'developer',
  recipient: 'operator',
  service: 'developer',
  success: 'operator',
  sync: 'developer',
  template: 'admin',
};

/** Who makes the next move of an entry that has no steps of its own; null where nothing is to be done. */
export function moverOf({ verdict, success, class: about, steps }: Entry): Owner | null {
  if (success || steps) return null;
  return verdict.turn === 'you' ? BY_CLASS[about] : 'operator';
}

/** The steps of an entry, never empty: where one move is all, that move with who makes it. */
export function stepsOf(entry: Entry): NonNullable<Entry['steps']> {
  return entry.steps ?? [{ do: entry.next, who: moverOf(entry) ?? 'operator' }];
}
