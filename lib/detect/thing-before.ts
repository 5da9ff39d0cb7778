import { NUMBERED } from './words/other.ts';
import { cue, words } from './words/pattern.ts';

/** A number in a tracker; a colon would make it a topic. */
const BUG =
  /(?:^|[^\p{L}])(?:(?:bug|story|epic|milestone|(?:duplicate|dupe) of|duplicate (?:entry|key))\s[#'"(]?|report\s(?:no|nr|number|id)[.:\s#]{1,3})$/iu;

/** `Tiket lama kami #131005`, `chamado anterior #131005`: whose, or which, stands behind the thing. */
const OURS = cue(NUMBERED, {
  after:
    /^(?:\s(?:kami|saya|kita|anda|lama|baru|sebelumnya|anterior|antiguo|antigo|viejo|nuevo|novo|précédent|vecchio|nuovo|nostro|nuestro|nosso)){1,2}\s#$/u,
});

/** `Linked tickets: 131000, 130429`: the further ones. */
const SEVERAL = cue(
  words(
    'tickets, orders, invoices, bookings, pedidos, facturas, faturas, chamados, bestellungen, rechnungen',
  ),
  { after: /^:?\s(?:#?\d{3,8},\s){1,6}#?$/ },
);

/** `Flow «Reminder» – run 1026` and nothing more. */
const RUN = /[–—·-]\srun\s#?$/i;

/** The thing that has the number, where more than its name leads up to it: whose it is, several of them, what a tracker or a report calls them. */
export function thingBefore(lineLeft: string, lineRight: string): string | null {
  if (BUG.test(lineLeft)) return 'bug';
  if (RUN.test(lineLeft) && /^\s*$/.test(lineRight)) return 'run';
  return (OURS.in(lineLeft) ?? SEVERAL.in(lineLeft))?.word ?? null;
}
