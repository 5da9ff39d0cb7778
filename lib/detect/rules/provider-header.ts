import { isLongForm } from '../form.ts';
import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { PROVIDER_NAMES } from '../words/topic.ts';

const PROVIDERS = new Map(
  Object.entries(PROVIDER_NAMES).flatMap(([provider, names]) =>
    names.map((name) => [name, provider] as const),
  ),
);

/** The first column has the name of a provider for its heading, and the number is one of that provider, of five digits or more. */
export const rule: Rule = {
  id: 'provider-header',
  family: 'place',
  weight: 2.6,
  needs: ['number', 'long', 'heading', 'head'],
  find(scene) {
    const { header, form, meanings, lineLeft } = scene;
    if (!header || /[\p{L}\p{N}]/u.test(lineLeft) || !isLongForm(form) || !leadsText(scene)) return null;
    const provider = PROVIDERS.get(header.replace(/^[\s*`]+|[\s*`]+$/g, ''));
    return meanings.some((meaning) => meaning.provider === provider) ? header : null;
  },
};

export const examples: Examples = {
  yes: [
    'Twilio | WhatsApp\n---|---\n‹63016› | 470',
    '| Meta | What |\n|---|---|\n| ‹131047› | window |',
    '| Twilio | Reason |\n|---|---|\n| ‹21610› | OPTED_OUT |',
    '| **WhatsApp** | What |\n|---|---|\n| ‹131047› | window |',
  ],
  no: [
    '| Month | Meta |\n|---|---|\n| May | 131047 |',
    '| Infobip | What |\n|---|---|\n| 131047 | window |',
    '| Meta goals | What |\n|---|---|\n| 131047 | x |',
    'Meta 131047',
  ],
};
