import * as v from 'valibot';

const lineObject = v.object({
  id: v.string(),
  kind: v.string(),
  lang: v.optional(v.string()),
  source: v.optional(v.string()),
  host: v.optional(v.nullable(v.string())),
  text: v.string(),
  /** `TextContext` without the host. */
  context: v.optional(
    v.partial(
      v.object({
        ...v.entriesFromList(
          ['label', 'below', 'header', 'heading', 'row', 'lines'],
          v.string(),
        ),
        asked: v.boolean(),
      }),
    ),
  ),
  codes: v.array(
    v.object({
      code: v.string(),
      start: v.number(),
      end: v.number(),
      provider: v.optional(v.nullable(v.string())),
      asWritten: v.optional(v.string()),
      optional: v.optional(v.boolean()),
    }),
  ),
  ambiguous: v.optional(v.boolean()),
  /** True for invented lines. */
  made: v.optional(v.boolean()),
});

const lineSchema = v.pipe(v.string(), v.parseJson(), lineObject);

export type CorpusLine = v.InferOutput<typeof lineSchema>;
export type CorpusLabel = CorpusLine['codes'][number];

/** Parses a corpus in JSON Lines. Throws an error with the line number. */
export function parseCorpus(content: string): CorpusLine[] {
  const lines: CorpusLine[] = [];

  content.split('\n').forEach((raw, at) => {
    if (raw.trim() === '') return;

    const where = `line ${at + 1}`;
    const { success, issues, output } = v.safeParse(lineSchema, raw);

    if (!success)
      throw new Error(
        `${where}: ${v.getDotPath(issues[0]) ?? 'record'}: ${issues[0].message}`,
      );

    for (const label of output.codes) {
      const written = output.text.slice(label.start, label.end);
      if (written !== (label.asWritten ?? label.code))
        throw new Error(
          `${where}: the label ${label.code} covers "${written}"`,
        );
    }

    lines.push(output);
  });

  if (lines.length === 0) throw new Error('contains no snippets');

  return lines;
}
