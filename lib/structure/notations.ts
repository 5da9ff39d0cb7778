import notations from '../../data/notations.json' with { type: 'json' };

/**
 * Compiles the named forms of a table of data.
 *
 * @param expand Replaces `<<name>>` in a form.
 */
export const compileForms = <Name extends string>(
  forms: Readonly<Record<Name, { form: string; flags: string }>>,
  expand: (form: string) => string,
) =>
  Object.fromEntries(
    (Object.keys(forms) as Name[]).map((name) => [
      name,
      new RegExp(expand(forms[name].form), forms[name].flags),
    ]),
  ) as Readonly<Record<Name, RegExp>>;

/** Replaces each `<<name>>` in a form by its part, which may contain others. */
export const expandParts = (
  form: string,
  parts: Readonly<Record<string, string>>,
): string =>
  form.replace(/<<(\w+)>>/g, (_, name: string) =>
    expandParts(parts[name] ?? '', parts),
  );

export const NOTATIONS = compileForms(notations.forms, (form) =>
  expandParts(form, notations.parts),
);
