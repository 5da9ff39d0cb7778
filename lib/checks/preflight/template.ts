import * as v from 'valibot';
import type { PreflightData } from '../../../data/schema.ts';

const word = v.pipe(v.string(), v.toLowerCase());
const text = v.nullish(v.string());
const position = v.nullish(v.union([v.string(), v.number()]));
const parameter = v.looseObject({ type: word, parameter_name: text });
const component = v.object({
  type: word,
  format: v.nullish(word),
  text,
  example: v.optional(v.unknown()),
  limited_time_offer: v.optional(v.unknown()),
  buttons: v.nullish(
    v.array(
      v.looseObject({
        type: word,
        text,
        url: text,
        phone_number: text,
      }),
    ),
    [],
  ),
  sub_type: v.nullish(word),
  index: position,
  // A value that is no object has no type, and hides no other mistake.
  parameters: v.nullish(
    v.array(v.fallback(parameter, { type: '', parameter_name: null })),
    [],
  ),
});
const card = v.object({ card_index: position, components: v.array(component) });

/** A template as the Graph API returns it or as it is submitted, and the template of a message, which has values instead of texts. */
export const templateSchema = v.object({
  name: text,
  language: v.optional(v.unknown()),
  status: v.nullish(word),
  category: v.nullish(word),
  parameter_format: v.nullish(word, 'positional'),
  components: v.nullish(
    v.array(
      v.object({ ...component.entries, cards: v.nullish(v.array(card), []) }),
    ),
    [],
  ),
});

export type Template = v.InferOutput<typeof templateSchema>;
export type TemplateComponent = v.InferOutput<typeof component> &
  Partial<Pick<Template['components'][number], 'cards'>>;
export type TemplateParameter = TemplateComponent['parameters'][number];

/** A component with its path. `card` is empty, or the index of the card. */
export interface TemplatePart {
  component: TemplateComponent;
  path: string;
  card: string;
}

/** Yields components with their paths, those of cards too. */
export function* walkComponents(
  components: readonly TemplateComponent[],
  path: string,
  card = '',
): Generator<TemplatePart> {
  for (const [at, component] of components.entries()) {
    yield { component, path: `${path}[${at}]`, card };

    for (const [nth, { card_index, components: inner }] of (
      component.cards ?? []
    ).entries())
      yield* walkComponents(
        inner,
        `${path}[${at}].cards[${nth}].components`,
        `${card_index ?? nth}`,
      );
  }
}

/** What the sentences of `data/preflight.yaml` take. `value` is a text of the input, and never part of a sentence. */
export interface Values extends Partial<Record<'sent' | 'index', number>> {
  part?: string;
  expected?: string | number | null | undefined;
  value?: string | null | undefined;
}

/** @param path `.components[0].text` */
export type Report = (rule: string, path: string, values: Values) => void;

/** Longer texts are over every limit, and are not searched. */
const MAX_SEARCHED_LENGTH = 5_000;

/** Returns a function that applies the rules that read a part to a text. */
export const createTextCheck =
  ({ rules }: PreflightData, report: Report) =>
  (part: string, text: unknown, path: string) => {
    if (typeof text !== 'string') return;

    const sent = [...text].length;
    const value = part.endsWith('-value') ? text : null;

    for (const rule of rules)
      if (rule.part === part && isBroken(rule, text, sent))
        report(rule.id, path, { sent, value });
  };

function isBroken(
  { max, match, forbid }: PreflightData['rules'][number],
  text: string,
  length: number,
): boolean {
  if (max !== undefined && length > max) return true;
  if (text.length > MAX_SEARCHED_LENGTH) return false;

  const has = (pattern: string) => new RegExp(pattern, 'u').test(text);
  if (match && !has(match)) return true;

  return forbid ? has(forbid) : false;
}

const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** Returns the names of the variables of a text, each once, in order of appearance. */
export const findVariables = (
  text: string | null | undefined,
): readonly string[] => [
  ...new Set(
    [...(text ?? '').matchAll(VARIABLE)].map(([, name = '']) => name.trim()),
  ),
];

export const fillVariables = (
  text: string,
  getValue: (name: string) => string,
): string => text.replace(VARIABLE, (_, name: string) => getValue(name.trim()));

export const isNumbered = (name: string): boolean => /^\d+$/.test(name);
