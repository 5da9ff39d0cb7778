import { describe, expect, it } from 'vitest';
import {
  findResponseStatus,
  isResponseStatus,
  isStatusReason,
} from './http-status.ts';

describe('the status of a response', () => {
  it.each([
    'AxiosError: Request failed with status code 400',
    'HTTPError: Response code 403 (Forbidden)',
    "httpx.HTTPStatusError: Client error '400 Bad Request' for url",
    'urllib.error.HTTPError: HTTP Error 400: Bad Request',
    'the server responded with status 404',
    'curl: (22) The requested URL returned error: 400',
    '{"statusCode":500,"message":"Internal server error"}',
    '{"status": 401, "error": "Unauthorized"}',
    'HTTP/1.1 400 Bad Request',
    'Response{protocol=h2, code=400, message=Bad Request}',
    'código de estado 400',
    'ResponseError: [400] Bad Request',
    '{"406":"Not Acceptable"}',
    '{"name":"BadRequest","message":"Invalid recipient","code":400}',
    '{"type":"NotFoundError","code":404}',
  ])('is found in %s', (text) =>
    expect(findResponseStatus(text)).toMatch(/^[45]\d\d$/),
  );

  it.each([
    'error 403',
    'Failed: 470',
    '{"error":{"code":403,"title":"Access denied"}}',
    '(#400) Session limit',
    '{"name":"session_limit","code":400}',
    'status code 131047',
    'HTTP 200 OK',
  ])('is none in %s', (text) => expect(findResponseStatus(text)).toBeNull());

  it('is only the number itself', () => {
    const text = 'status code 400, code 131047';

    expect(isResponseStatus(text, { start: 12, end: 15 })).toBe(true);
    expect(isResponseStatus(text, { start: 22, end: 28 })).toBe(false);
  });

  it('has a reason behind it, which is no title of a code', () => {
    const text = '{"407":"Proxy Authentication Required"}';

    expect(isStatusReason(text, { start: text.indexOf('Proxy') })).toBe(true);
    expect(isStatusReason(text, { start: text.indexOf('407') })).toBe(true);
    expect(isStatusReason('131047: Not found', { start: 8 })).toBe(false);
  });
});
