import type { CatalogueData, Entry } from '../data/schema.ts';
import { adaptStepsToConsole } from '../lib/catalogue/borrowed-steps.ts';

/** `report` is a source's statement in our words. Everything else is Errata's own text. */
export type Field =
  | 'meaning'
  | 'next'
  | 'step'
  | 'cause'
  | 'unaffected'
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
export function collectShippedTexts(data: CatalogueData): ShippedText[] {
  const {
    entries,
    guides = [],
    stateEntries = [],
    sources,
    providers,
    consoles,
  } = data;

  const found: ShippedText[] = [];

  const addText = (
    of: string,
    field: Field,
    text: string | undefined,
    entry: Entry | null = null,
  ) => {
    if (text !== undefined) found.push({ of, field, text, entry });
  };

  for (const entry of [...entries, ...guides, ...stateEntries]) {
    const addEntryText = (field: Field, text: string | undefined) =>
      addText(entry.key, field, text, entry);

    addEntryText('meaning', entry.meaning);
    addEntryText('next', entry.next);
    for (const { do: step } of entry.steps ?? []) addEntryText('step', step);

    for (const cause of entry.causes ?? []) {
      addEntryText('cause', cause.text);
      addEntryText('step', cause.do);
    }

    addEntryText('unaffected', entry.unaffected);

    for (const detail of entry.details ?? []) {
      addEntryText('detail', detail.meaning);
      addEntryText('detail.next', detail.next);
    }

    addEntryText('customer', entry.customer);
    for (const item of entry.ticket ?? []) addEntryText('ticket', item);
    addEntryText('note', entry.note);
    addEntryText('decided', entry.decided);
    addEntryText('deprecated', entry.deprecated);
    if (entry.described) addEntryText('title', entry.title);

    for (const { says, remedy, reason } of entry.claims) {
      addEntryText('report', says);
      addEntryText('report', remedy);
      addEntryText('reason', reason);
    }
  }

  for (const { id, note } of sources) addText(`source ${id}`, 'report', note);

  for (const { id, desk, places } of providers) {
    addText(`provider ${id}`, 'note', desk);

    for (const { key, provider, steps = [] } of places ? entries : []) {
      if (provider !== 'meta') continue;
      for (const { do: step } of adaptStepsToConsole(steps, places))
        addText(`${key} at ${id}`, 'step', step);
    }
  }

  for (const { name, lies = [] } of consoles)
    for (const { short, says } of lies)
      addText(`console ${name}`, 'lie', `${short}: ${says}`);

  return found;
}

/** Returns quoted texts that may appear unchanged in ours: titles, symbols and the patterns of details. */
export function collectLiterals({ entries }: CatalogueData): string[] {
  return entries.flatMap(
    ({
      title,
      renamedFrom = '',
      symbols = [],
      aliases = [],
      details = [],
      claims,
    }) => [
      title,
      renamedFrom,
      ...symbols,
      ...aliases,
      ...details.flatMap(({ match }) => match),
      ...claims.map((claim) => claim.title ?? ''),
    ],
  );
}
