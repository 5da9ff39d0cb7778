/** Answers a question, or returns undefined if it does not apply: then the next rule is asked. */
export type Rule<Input, Answer> = (input: Input) => Answer | undefined;

/** Returns the answer of the first rule that applies, or undefined. */
export function applyRules<Input, Answer>(
  rules: readonly Rule<Input, Answer>[],
  input: Input,
): Answer | undefined {
  for (const rule of rules) {
    const answer = rule(input);
    if (answer !== undefined) return answer;
  }

  return undefined;
}
