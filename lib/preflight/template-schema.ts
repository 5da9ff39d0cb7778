import * as v from 'valibot';

const word = v.pipe(v.string(), v.toLowerCase());
const text = v.nullish(v.string());
const position = v.nullish(v.union([v.string(), v.number()]));
const component = v.object({
  type: word,
  format: v.nullish(word),
  text,
  example: v.optional(v.unknown()),
  limited_time_offer: v.optional(v.unknown()),
  buttons: v.nullish(v.array(v.looseObject({ type: word, text, url: text, phone_number: text })), []),
  sub_type: v.nullish(word),
  index: position,
  parameters: v.nullish(v.array(v.looseObject({ type: word, parameter_name: text })), []),
});
const card = v.object({ card_index: position, components: v.array(component) });

/** A template as the Graph API returns it or as it is submitted, and the template of a message, which has values instead of texts. */
export const templateSchema = v.object({
  name: text,
  language: v.nullish(v.union([v.string(), v.object({ code: v.string() })])),
  status: v.nullish(word),
  category: v.nullish(word),
  parameter_format: v.nullish(word, 'positional'),
  components: v.nullish(v.array(v.object({ ...component.entries, cards: v.nullish(v.array(card), []) })), []),
});

export type Template = v.InferOutput<typeof templateSchema>;
export type Component = v.InferOutput<typeof component> &
  Partial<Pick<Template['components'][number], 'cards'>>;
export type Parameter = Component['parameters'][number];

/** Yields components with their paths, those of cards too. `card` is empty, or names the card. */
export function* walkComponents(
  components: readonly Component[],
  path: string,
  card = '',
): Generator<{ component: Component; path: string; card: string }> {
  for (const [at, component] of components.entries()) {
    yield { component, path: `${path}[${at}]`, card };
    for (const [nth, { card_index, components: inner }] of (component.cards ?? []).entries())
      yield* walkComponents(inner, `${path}[${at}].cards[${nth}].components`, `card ${card_index ?? nth} `);
  }
}
