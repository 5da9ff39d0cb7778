import { expect, it } from 'vitest';
import { dropEarlierCodes } from './earlier-code.ts';

/** Returns the codes that are left. */
function read(text: string): string[] {
  const hits = Array.from(text.matchAll(/13\d{4}/g), ({ 0: code, index }) => ({
    code,
    start: index,
    end: index + code.length,
  }));

  return dropEarlierCodes(hits, text).map(({ code }) => code);
}

it.each([
  ['INFO recovered previous_code=131049 status=sent', []],
  ['INFO delivered to=491555501234 last_error_code=131049', []],
  ['ERROR failed code=131047 previous_code=131049', ['131047']],
  ['{"code":131047,"previousErrorCode":131049}', ['131047']],
  ['previous error code: 131049, resolved', []],
  ['previous error code: 131049', ['131049']],
  ['{"status":"failed","last_error_code":131049}', ['131049']],
  ['last_error_code=131049\nlast_error_code=131047', ['131049', '131047']],
  ['failed: 131047, delivered: 12', ['131047']],
])('%s', (text, codes) => expect(read(text)).toEqual(codes));
