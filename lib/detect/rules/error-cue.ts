import { countsErrors } from '../counted-errors.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';
import { RATE } from './tally.ts';

const CUE = endsWithCue(ERROR);

const BESIDE = /^\s?[:=#(]?\s?["'`]?$/;

const GOES_ON = /^\s\p{Ll}{2}/u;

/** `error 131047`, `Erreur : (131030)`, `خطأ 131047`. */
export const rule: Rule = {
  id: 'error-cue',
  family: 'place',
  weight: 4,
  needs: ['led'],
  find(scene) {
    const { left, structural, key, form } = scene;
    const cue = CUE.in(left);
    const word = cue?.word;
    // `falha: 131047,` looks like data; the name itself says that it is an error.
    const ofOther = structural && key !== null && !/err/i.test(key) && key !== word;
    if (word === undefined || ofOther || (form === 'word' && structural) || RATE.test(left)) return null;
    // `new Error('Meta rejected it')`, `ERROR - PENDING`: an everyday word stands beside the cue, or it is one.
    if (form === 'word' && !BESIDE.test(left.slice(cue?.end))) return null;
    // `Error: failed to ask for a code` goes on as a sentence.
    if (form === 'word' && GOES_ON.test(scene.right)) return null;
    // `WhatsApp Error | 190 |`: another cell, and mostly one of figures. A label of two cells has a rule of its own.
    if (form !== 'six-digits' && form !== 'five-rare' && /\|\s/.test(left.slice(cue?.end))) return null;
    // `fail_with("400 131021: …")`: the status, and then the code.
    if (form === 'http-status' && /^\s\(?#?\d{6}(?!\d)/.test(scene.right)) return null;
    // `err[:2000]`
    if (left.endsWith('[:')) return null;
    return countsErrors(scene) ? null : word;
  },
};

export const examples: Examples = {
  yes: [
    'Error ‹131047›: Re-engagement message',
    'WhatsApp lỗi ‹131047›',
    'falha: ‹131047›, de novo',
    'refusé (erreur ‹131047›)',
    'Meta ترد بخطأ ‹131047›',
    'Errors ‹131047› and 131026 came back',
    'los 1773 errores ‹131047›, y más',
  ],
  no: [
    'code 131047',
    'terror 131047',
    'errors were rare: 131047 of them',
    'Error rate: 131047',
    'Errors: 131047',
    "new Error('Meta rejected')",
    'print(err[:2000])',
    'Error: failed to ask for a code',
    'fail_with("400 131047: too late")',
    '| WhatsApp Error | 190 | 2 |',
  ],
};
