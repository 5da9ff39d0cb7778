import { toRecord } from '../../core/type-guards.ts';
import { type MessageCheck, takeSent, toText } from './sent-components.ts';
import {
  fillVariables,
  findVariables,
  isNumbered,
  type TemplateParameter,
} from './template.ts';

const TEXT_TYPES = ['text', 'currency', 'date_time'];

interface TextPart {
  part: string;
  text: string;
  /** The rule on the length of the filled text. */
  limit: string;
}

/** Checks the values of a text with variables. */
export function checkVariables(
  run: MessageCheck,
  key: string,
  { part, text, limit }: TextPart,
): void {
  const { report } = run;
  const { parameters, path } = takeSent(run, key);
  const names = findVariables(text);
  const isNamed = !names.every(isNumbered);
  const given = parameters.map(getName);
  const missing = isNamed ? findMissing(names, given) : [];

  for (const value of missing)
    report('variable-missing', path, { part, value });

  if (given.length !== names.length && missing.length === 0)
    report('variable-count', path, {
      part,
      expected: names.length,
      sent: given.length,
    });

  for (const [at, parameter] of parameters.entries()) {
    const own = `${path}.parameters[${at}]`;
    const value = getName(parameter);

    const rule = isNamed
      ? findProblemOfName(value, names)
      : findProblemOfNumber(value, names);

    if (rule) report(rule, own, { part, value });

    if (!TEXT_TYPES.includes(parameter.type))
      report('parameter-type', own, {
        part,
        expected: 'text',
        value: parameter.type,
      });
  }

  const filled = fillVariables(text, (name) => {
    const at = isNamed ? given.indexOf(name) : Number(name) - 1;
    const parameter = parameters[at];
    const value = parameter?.[parameter.type];

    return toText(value) || toText(toRecord(value).fallback_value);
  });

  run.checkText(`filled-${limit}`, filled, path);
}

const getName = ({ parameter_name }: TemplateParameter): string =>
  parameter_name ?? '';

/** Returns the variables without a value, unless a value lacks its name: then it may be theirs. */
const findMissing = (names: readonly string[], given: readonly string[]) =>
  given.includes('') ? [] : names.filter((name) => !given.includes(name));

function findProblemOfName(
  value: string,
  names: readonly string[],
): string | null {
  if (names.includes(value)) return null;
  return value ? 'variable-unknown' : 'variable-unnamed';
}

const findProblemOfNumber = (
  value: string,
  names: readonly string[],
): string | null => (value && names.length > 0 ? 'variable-named' : null);
