import { describe, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { detect } from '../lib/detect/detect.ts';
import { createLogBlocks } from './bench/logs.ts';
import { takeNthByDay } from './by-day.ts';
import { expectCostRatio, expectLinearCost } from './growth.ts';

/** Long enough to show superlinear time. */
const LENGTH = process.env.NIGHTLY ? 400_000 : 20_000;
const index = createCodeIndex(createCodeIndexData(readCatalogue()));

/** Strings with which a page could slow down regular expressions. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one digit': '1',
  'a code without end': '131047',
  'a cue without end': 'error ',
  'a cue and a digit': 'error 1 ',
  'a key that is never closed': '"code":',
  'escapes of escapes': '\\"code\\":\\',
  'brackets that open': '(#',
  'braces that open': '{"error":{',
  'a symbol without end': 'A_',
  'blanks before a number': `${' '.repeat(60)}1`,
  'blanks alone': ' ',
  'line ends': '\n',
  'dots and digits': '1.',
  'commas and digits': '1,047',
  'hyphens and digits': '200-',
  'one letter': 'a',
  'letters and digits': 'a1',
  'symbols and digits': '_1',
  'accented letters': 'É',
  'codes in a row': '131047 ',
  'codes in cells': '| 131047 ',
  'codes and tabs': '131047\t',
  'codes and blanks': '131047          ',
  'codes in open tags': '<131047',
  'codes in a path': '131047/',
  'escaped codes': '\\"code\\":131047,',
  'emphasis without end': 'error * ** ',
  tags: '<b>1</b>',
  'escapes of HTML': '&quot;1',
  'escapes of an address': '%221',
  'escapes of a string': '\\"1',
  'a phone number': '+55 11 ',
  'digits of another script': '١٣',
  'letters above the first plane': '😀',
  'a form of one provider that never ends': '401 lastDisconnect <failure ',
  'a form of one provider': 'output statusCode 401 payload ',
};

const repeatTo = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
/** A log full of codes. A log with few codes is read so fast that its time is not meaningful. */
const createPlainLog = (length: number) =>
  [...createLogBlocks(length, 'dense')].join('').slice(0, length);

const createDetection = (text: string) => () => detect(text, index);

describe('a long text made to keep the engine busy', () => {
  const detectLog = createDetection(createPlainLog(LENGTH));

  it.each(takeNthByDay(3, Object.entries(HOSTILE)))(
    'costs a bounded multiple of a log full of codes, and grows with its length: %s',
    (_, unit) => {
      const createWork = (length: number) =>
        createDetection(repeatTo(unit, length));

      // The log is cheap, because each shape of its lines is judged once.
      expectCostRatio(createWork(LENGTH), detectLog, 100);
      expectLinearCost(LENGTH, createWork);
    },
  );
});
