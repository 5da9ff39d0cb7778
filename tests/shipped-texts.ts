import type { CatalogueData, Entry } from '../data/schema.ts';
import { placedSteps } from '../lib/catalogue/borrowed-steps.ts';

/** `report`: what a source says, in our words. Everything else Errata says itself. */
export type Field =
  | 'meaning'
  | 'next'
  | 'step'
  | 'cause'
  | 'detail'
  | 'detail.next'
  | 'customer'
  | 'ticket'
  | 'note'
  | 'decided'
  | 'deprecated'
  | 'title'
  | 'reason'
  | 'lie'
  | 'report';

export interface ShippedText {
  /** Key of the entry, or what else it belongs to. */
  of: string;
  field: Field;
  text: string;
  entry: Entry | null;
}

/** Every sentence of `data/` that a reader may see and that is ours: no titles and no literals of others. */
export function shippedTexts({ entries, sources, providers, consoles }: CatalogueData): ShippedText[] {
  const found: ShippedText[] = [];
  const add = (of: string, field: Field, text: string | undefined, entry: Entry | null = null) => {
    if (text !== undefined) found.push({ of, field, text, entry });
  };
  for (const entry of entries) {
    const say = (field: Field, text: string | undefined) => add(entry.key, field, text, entry);
    say('meaning', entry.meaning);
    say('next', entry.next);
    for (const { do: step } of entry.steps ?? []) say('step', step);
    for (const cause of entry.causes ?? []) say('cause', cause);
    for (const detail of entry.details ?? []) {
      say('detail', detail.meaning);
      say('detail.next', detail.next);
    }
    say('customer', entry.customer);
    for (const item of entry.ticket ?? []) say('ticket', item);
    say('note', entry.note);
    say('decided', entry.decided);
    say('deprecated', entry.deprecated);
    if (entry.described) say('title', entry.title);
    for (const { says, remedy, reason } of entry.claims) {
      say('report', says);
      say('report', remedy);
      say('reason', reason);
    }
  }
  for (const { id, note } of sources) add(`source ${id}`, 'report', note);
  for (const { id, desk, places } of providers) {
    add(`provider ${id}`, 'note', desk);
    for (const { key, provider, steps = [] } of places ? entries : []) {
      if (provider !== 'meta') continue;
      for (const { do: step } of placedSteps(steps, places)) add(`${key} at ${id}`, 'step', step);
    }
  }
  for (const { name, lies = [] } of consoles)
    for (const { short, says } of lies) add(`console ${name}`, 'lie', `${short}: ${says}`);
  return found;
}

/** What is not ours and may stand in our texts as it is: titles, symbols and the phrases that details are known by. */
export function literals({ entries }: CatalogueData): string[] {
  return entries.flatMap(({ title, renamedFrom = '', symbols = [], aliases = [], details = [], claims }) => [
    title,
    renamedFrom,
    ...symbols,
    ...aliases,
    ...details.flatMap(({ match }) => match),
    ...claims.map((claim) => claim.title ?? ''),
  ]);
}
