import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';
import { OURS } from '../words/ours.ts';
import { cue, words } from '../words/pattern.ts';
import { rule as met } from './met.ts';

const REACH = 90;
/** Who is written to, and in what. */
const WRITTEN_TO = cue(
  words(`
    müşteri*, provider, proveedor, provedor, fornecedor, anbieter, fournisseur, penyedia, sağlayıcı, провайдер, api, the api, anyone else, anybody else, alguém mais, mais alguém, alguien más, quelqu'un d'autre, qualcun altro, sonst noch jemand, noch jemand, iemand anders, ещё у кого, başka kimse, ada yang,
    pin, registr*, reply, replies, replying, contact, contacts, customer*, contatti, contato*, contactos, kontakt*, pelanggan, client, clients, clientes, kunde, kunden,
    risposta, risposte, resposta*, respuesta*, réponse*, antwort*, balasan, broadcast*, blast, campaign, campanha, campaña, kampagne, campagne, opt in,
    code, código, codice, kode, kod, код, رمز, कोड, রিপ্লাই, মেসেজ, গ্রাহক*, میسج, نمبر, گاہک, मैसेज, ग्राहक*
  `),
);

/** `replying to customers we get 131047`: met with where one writes to people. */
export const rule: Rule = {
  id: 'met-ours',
  family: 'wording',
  weight: 1.6,
  needs: ['number', 'long', 'left'],
  find(scene) {
    if (met.find(scene) === null) return null;
    const before = lastOf(scene.left, REACH);
    return OURS.in(before)?.word ?? WRITTEN_TO.in(before)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'when replying to customers we get ‹131047›.',
    'agli altri contatti esteri esce ‹132001›. Serve la traduzione',
    'গ্রাহককে রিপ্লাই দিতে গেলেই ‹131047› দেখায়।',
    'the template was fine, today it returns ‹132015›.',
  ],
  no: ['we get 131047.', 'replying to customers cost 131047 so far', 'our customers: 131047.'],
};
