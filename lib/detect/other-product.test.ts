import codes from 'virtual:codes';
import { describe, expect, it } from 'vitest';
import { createCodeIndex } from './code-index.ts';
import { detect, isConfident } from './detect.ts';

const codeIndex = createCodeIndex(codes);

const findCodes = (text: string) =>
  detect(text, codeIndex, { asked: true })
    .filter(isConfident)
    .map(({ code }) => code);

describe('an error of another product', () => {
  it.each([
    'Zoom error 131006',
    'Zoom API returned error 131006',
    'Got error code 131006 from Zoom',
    'error 131006 in the Zoom app',
    'Zoom-Fehler 131006',
    'SAP error 131042',
  ])('is no code in %s', (text) => expect(findCodes(text)).toEqual([]));

  it.each([
    ['Zoom error 131006 and WhatsApp error 131047', '131047'],
    ['error 131006 in Zoho/HubSpot via WhatsApp', '131006'],
    ['Our Zoom bot gets error 131006 from WhatsApp', '131006'],
    ['Salesforce error 131047', '131047'],
    ['Zoom error 131047: Re-engagement message', '131047'],
    ['ws_error_code: 131053', '131053'],
  ])('is one in %s, which is about messages', (text, code) =>
    expect(findCodes(text)).toContain(code),
  );
});
