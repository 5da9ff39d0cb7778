import { isLongForm } from '../form.ts';
import { MATTERS } from '../matters.ts';
import type { Examples, Rule } from '../rule.ts';
import { sentenceAround } from '../sentence.ts';
import { TRADED } from '../words/meant.ts';
import { goesOn } from './met.ts';

/** An article makes a name of the number; a comment begins with what it explains. `Payment 131042` is a payment. */
const NAMED =
  /(?:^|[\s(])(?:the|this|that|an|o|ao|do|pelo|um|el|al|del|un|le|du|au|il|der|das|den|dem|ein|einen|het|этот|si)\s["'`*“«]{0,2}$|(?:^\s*|[;,)}\]{]\s{1,12})(?:\/\/|\/?\*{1,2}|#|--|<!--)\s{1,12}["'`]?$/iu;
const REACH = 60;

/** How many there were: a label or words before the number. */
const MANY =
  /[:：]\s?["'`*]{0,2}$|(?:^|[^\p{L}])(?:of|sent|send|sends|sold|delivered|read|total|totals?|than|about|over|nearly|around|some|paid|costs?|all|another|first|last|next|only|just|up to|under|de|em|en|von|di|sobre|cerca de|unos|uns|rund|etwa|circa|environ|enviados?|enviamos|vendidos?)\s["'`*]{0,2}$/iu;

/** `account 131031 is blocked`: its number. */
const THING =
  /(?:^|[^\p{L}])(?:account|conta|cuenta|konto|compte|akun|hesap|template|plantilla|modelo|vorlage|modèle|templat|şablon|campaign|campanha|campaña|kampagne|campagne|broadcast|contact|contato|contacto|kontakt|customer|cliente|kunde|client|user|usuario|usuário|sender|number|número|numero|nummer|numéro|nomor|card|cartão|tarjeta|karte|carte|call|llamada|chamada|anruf|flow|fluxo|flujo|message|mensagem|mensaje|nachricht|order|pedido|image|media|file|id|window|line|row|page|room|version|pin|code)\s["'`#*]{0,3}$/iu;

/** `the 131049 cap on marketing`, `// 131050 status, for contacts that opted out`: its sentence is about what the code means. */
export const rule: Rule = {
  id: 'about',
  family: 'wording',
  weight: 2.8,
  needs: ['number', 'long', 'left', 'right'],
  find({ code, form, lineLeft, lineRight, right }) {
    const about = MATTERS.get(code);
    if (!about || !isLongForm(form)) return null;
    if (!NAMED.test(lineLeft)) {
      if (form !== 'six-digits' || TRADED.has(code) || !goesOn(right)) return null;
      if (MANY.test(lineLeft) || THING.test(lineLeft)) return null;
    }
    const { before, after } = sentenceAround({ lineLeft, lineRight }, REACH);
    return about.in(after)?.word ?? about.in(before)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '// ‹131049› ecosystem pacing stays visible',
    'Since the marketing of May it is ‹131049› whenever we send',
    'await send(text) // ‹131047› where the window is closed',
    'the ‹131047› path falls back to a template once the window is closed',
    'Esta rama cubre el ‹131049›, el tope de marketing por usuario',
  ],
  no: [
    '131049 windows',
    'the window. The 131047 came later',
    'the 131026 marketing',
    'Payment 131042 by card',
    'account 131031 blocked',
    'account 131031 is blocked',
    'template 132001 is in one language',
    'we paid 131042 with a card',
    'In the 24 hours we sent 131047.',
  ],
};
