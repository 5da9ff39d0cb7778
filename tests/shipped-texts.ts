import type { CatalogueData, Entry } from '../data/schema.ts';
import { adaptStepsToConsole } from '../lib/catalogue/borrowed-steps.ts';

/** `report` is a source's statement in our words. Everything else is Errata's own text. */
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
  /** Key of the entry, or the name of another record. */
  of: string;
  field: Field;
  text: string;
  entry: Entry | null;
}

/** Returns every sentence of `data/` that users can see and that we wrote, without titles and quoted texts. */
export function collectShippedTexts({ entries, sources, providers, consoles }: CatalogueData): ShippedText[] {
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
      for (const { do: step } of adaptStepsToConsole(steps, places)) add(`${key} at ${id}`, 'step', step);
    }
  }
  for (const { name, lies = [] } of consoles)
    for (const { short, says } of lies) add(`console ${name}`, 'lie', `${short}: ${says}`);
  return found;
}

/** Returns quoted texts that may appear unchanged in ours: titles, symbols and the patterns of details. */
export function collectLiterals({ entries }: CatalogueData): string[] {
  return entries.flatMap(({ title, renamedFrom = '', symbols = [], aliases = [], details = [], claims }) => [
    title,
    renamedFrom,
    ...symbols,
    ...aliases,
    ...details.flatMap(({ match }) => match),
    ...claims.map((claim) => claim.title ?? ''),
  ]);
}
