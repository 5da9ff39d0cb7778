/** Reads a glossary: in each line a word of the catalogue, a colon, and what others say for it. */
export const glossary = (text: string): readonly (readonly [english: string, others: readonly string[]])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(': '))
    .map(([english = '', others = '']) => [english, others.split(' ')]);
