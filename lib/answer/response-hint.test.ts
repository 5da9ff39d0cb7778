import { describe, expect, it } from 'vitest';
import { getBundledCatalogue } from '../catalogue/bundled-catalogue.ts';
import { answerText } from './answer-text.ts';

const catalogue = getBundledCatalogue();

const answer = (text: string, provider?: string) =>
  answerText(text, { catalogue, provider });

describe('a text with the status of a response, but without its body', () => {
  it.each([
    [
      'axios',
      'AxiosError: Request failed with status code 400',
      'error.response.data',
    ],
    [
      'requests',
      'requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://graph.facebook.com/v23.0/1/messages',
      'error.response.text',
    ],
    [
      'Guzzle',
      'GuzzleHttp\\Exception\\ClientException: Client error: `POST https://graph.facebook.com/v23.0/1/messages` resulted in a `400 Bad Request` response',
      '$e->getResponse()->getBody()',
    ],
    [
      'fetch',
      "Response {\n  status: 400,\n  statusText: 'Bad Request',\n  ok: false\n}",
      'await response.text()',
    ],
    [
      'ofetch',
      'FetchError: [POST] "https://graph.facebook.com/v23.0/1/messages": 400 Bad Request',
      'error.data',
    ],
  ])('of %s tells how to print the body', (_, text, print) =>
    expect(answer(text)).toMatchObject({
      entries: [],
      findings: [],
      hint: { status: '400', print },
    }),
  );

  it.each([
    '{"statusCode":400,"code":"ERR_BAD_REQUEST","error":"Bad Request","message":"Request failed with status code 400"}',
    '{"statusCode":500,"message":"Internal server error"}',
    '{"406":"Not Acceptable","407":"Proxy Authentication Required"}',
  ])('has no code of any provider: %s', (text) =>
    expect(answer(text)).toMatchObject({
      entries: [],
      findings: [],
      unknown: [],
      hint: { print: null },
    }),
  );

  it('has no hint of a body where its message is all of it: Plivo', () =>
    expect(
      answer(
        "Error: dst must be a valid WhatsApp number\n    at InvalidRequestError.PlivoRestError (/app/node_modules/plivo/dist/utils/restException.js:18:118) {\n  status: 400,\n  statusText: 'Bad Request'\n}",
      ),
    ).toMatchObject({ findings: [], hint: null }));

  it('may have no status either, as the stack of Meta’s Business SDK', () =>
    expect(
      answer(
        'Error\n    at FacebookRequestError.FacebookError [as constructor] (/app/node_modules/facebook-nodejs-business-sdk/dist/cjs.js:349:16)\n    at new FacebookRequestError (/app/node_modules/facebook-nodejs-business-sdk/dist/cjs.js:371:129)',
      ).hint,
    ).toEqual({ status: null, print: 'error.response' }));

  it('has no hint if it has a code, too', () =>
    expect(
      answer(
        'Request failed with status code 400: (#131047) Re-engagement message',
      ),
    ).toMatchObject({ hint: null, findings: [{ code: '131047' }] }));
});

it('a status that is a code of the provider that the user set is one', () =>
  expect(
    answer('Request failed with status code 403', '360dialog'),
  ).toMatchObject({
    hint: null,
    findings: [{ code: '403', entry: { provider: '360dialog' } }],
  }));
