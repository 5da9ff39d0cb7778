import type { Examples, Rule } from '../rule.ts';

const UNIT = /^\s?(?:bytes?|octets|[KMGT]i?B|kbps|mbps|ms|µs|px|rpm|kWh|[Kk]m\/h)(?![\p{L}\p{N}])/u;

/** `131026 bytes`, `131047 ms`: measured, whatever stands around. */
export const rule: Rule = {
  id: 'unit',
  family: 'against',
  weight: -8,
  needs: ['number', 'right'],
  find({ right }) {
    return UNIT.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['processed 470 messages, ‹131026› bytes', 'took ‹131047› ms', '‹1005› px', 'error after ‹470› ms'],
  no: ['131026 undelivered', '131047 byteswap', 'error 470: ms'],
};
