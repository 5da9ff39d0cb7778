/**
 * Text out of an e-mail's quoted-printable: `=22code=22:1310=⏎47`. Only where lines end in a soft break and something is encoded,
 * so that `a=20` in an address stays.
 */
export function fromQuotedPrintable(text: string): string {
  if (!/=\r?\n/.test(text) || !/=(?:3D|22|20|7B|5B|[C-E][0-9A-F]=[89AB])/.test(text)) return text;
  return text
    .replace(/=[ \t]{0,8}\r?\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/g, (run) =>
      new TextDecoder().decode(Uint8Array.from(run.slice(1).split('='), (byte) => Number.parseInt(byte, 16))),
    );
}
