import type { JsonSchema } from '../catalogue/json-schema.ts';
import { createPublicationSchema } from '../catalogue/publication.ts';

/** Returns TypeScript declarations of the published catalogue and its entries, made from its JSON Schema. */
export function createCatalogueDeclarations(): string {
  const { properties = {}, ...schema }: JsonSchema = createPublicationSchema();
  const { entries = {}, ...others } = properties;
  return `
    interface PublishedEntry ${formatType(entries.items ?? {})}
    interface PublishedParts ${formatType({ ...schema, properties: others })}
    interface PublishedCatalogue extends PublishedParts {
      /** ${entries.description} */
      entries: readonly PublishedEntry[];
    }
  `;
}

function formatType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(formatType).join(' | ');
  if (schema.type === 'integer') return 'number';
  if (schema.type === 'array') return `readonly (${formatType(schema.items ?? {})})[]`;
  if (schema.type !== 'object') return schema.type ?? 'unknown';
  const { properties = {}, required = [] } = schema;
  const lines = Object.entries(properties).map(([name, property]) => {
    const comment = property.description ? `/** ${property.description} */\n` : '';
    return `${comment}${name}${required.includes(name) ? '' : '?'}: ${formatType(property)};`;
  });
  return `{\n${lines.join('\n')}\n}`;
}
