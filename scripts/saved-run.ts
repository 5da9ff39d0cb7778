import * as v from 'valibot';

/** Reads an earlier run, as `--json` wrote it. Throws an error that names the field. */
export function parseSaved<Schema extends v.GenericSchema>(
  schema: Schema,
  content: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, JSON.parse(content));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`no saved run: ${v.getDotPath(issue) ?? 'record'}: ${issue.message}`);
}
