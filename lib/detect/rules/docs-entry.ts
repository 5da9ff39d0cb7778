import type { Examples, Rule } from '../rule.ts';
import { codeHeading } from '../words/code-heading.ts';

/** A heading for codes, alone or glued to the next one as a copy has it: `Error codes`, `FehlercodeBeschreibung`, `Fehlercodes des WhatsApp …`. */
const HEADING = codeHeading(/^[^\p{L}\n]{0,4}\n|^\s\p{L}[^\n.]{2,60}\n/u);
const GLUED =
  /(?:^|\n)[^\p{L}\n]{0,4}(?:[Ff]ehlercode|[Ee]rror ?[Cc]ode|[Cc]ode|[Cc]ódigo|[Cc]odice|[Cc]ode d['’]erreur)\p{Lu}\p{Ll}{4,14}\n/u;
const ENTRY = /^\s[–—-]\s\p{Lu}\p{Ll}[^\n]{3,110}(?:\n\s*\n|$)/u;
/** Another one. */
const OTHER = /(?:^|\n\s{0,8}\n)\d{3}\s[–—-]\s\p{Lu}\p{Ll}[^\n]{3,110}(?:\n\s{0,8}\n|$)/u;

/** `402 – Fehler bei Zahlungen`, an entry of the on-premises client's list in Meta's documentation, where even statuses are its own. */
export const rule: Rule = {
  id: 'docs-entry',
  family: 'place',
  weight: 4.6,
  needs: ['number', 'head', 'console', 'right'],
  find({ form, lineLeft, right, meanings, reading, start }) {
    if (reading.console?.provider !== 'meta' || !meanings.some(({ api }) => api === 'onprem')) return null;
    if (form !== 'three-digits' && form !== 'http-status') return null;
    if (/\S/.test(lineLeft) || !ENTRY.test(right)) return null;
    const before = reading.before(start, 600);
    const heading = HEADING.in(before)?.word ?? (GLUED.exec(before) ?? OTHER.exec(before))?.[0];
    return heading?.trim() ?? null;
  },
};

export const examples: Examples = {
  host: 'business.facebook.com',
  yes: [
    'FehlercodeBeschreibung\n\n‹470› – Fenster geschlossen\n\nMehr als 24 Stunden sind vergangen.',
    'Error codes\n\n‹470› – Message too late\n\nThe window is closed.',
    '400 – Nachricht kam zu spät\n\nSende sie neu.\n\n‹470› – Ratenbegrenzung erreicht',
    'Fehlercodes des WhatsApp Business API-Clients\n\n‹470› – Nachricht ist ungültig\n\nZu spät.',
  ],
  no: [
    'Seats\n\n470 – Window seats\n\nAll of them.',
    'Error codes\n\n190 – Token expired\n\nGet another.',
    'Error codes\n\nThere are 470 – Too many\n\nof them.',
  ],
};
