import codes from 'virtual:codes';
import { describe, expect, it } from 'vitest';
import { openIndex } from './code-index.ts';
import { consider } from './consider.ts';
import { detect, isStrong } from './detect.ts';
import type { TextContext } from './hit.ts';

const index = openIndex(codes);

const learnt = (text: string, context: TextContext = {}) =>
  consider(text, index, context).filter(({ evidence }) => evidence.some(({ rule }) => rule === 'learnt'));
const strong = (text: string, context: TextContext = {}) =>
  detect(text, index, context)
    .filter(isStrong)
    .map(({ code }) => code);

describe('what the words around decide', () => {
  it('is a number that the rules leave open', () => {
    const text = 'that outage cost us 31 + 7 sends with 131049 and 4 with 130472; the rest went out late';
    const [first] = learnt(text);
    expect(first?.strength).toBeGreaterThanOrEqual(0.6);
    expect(strong(text)).toContain(first?.code);
  });

  it('is none that a rule has seen to be something else', () => {
    expect(
      learnt('Our order 131049 left with the van and 4 with 130472 kWh on the meter of the house'),
    ).toEqual([]);
  });

  it('is none that stands behind a word for an error', () => {
    expect(strong('Error 131047 of the meter in the cellar, kWh and litres, order and invoice')).toEqual([
      '131047',
    ]);
  });

  it('is none among as many numbers that nobody knows', () => {
    const text = 'that outage cost us 31 + 7 sends with 131049 and 4 with 130472; the rest went out late';
    expect(strong(text)).toEqual(['131049', '130472']);
    expect(strong(`${text}, 131046 and 136075`)).toEqual([]);
  });

  it('is no cell, no label and no field, which the rules know', () => {
    for (const text of ['131049', 'Total 131049', '{"total": 131049, "note": "sends with it failed again"}'])
      expect(learnt(text)).toEqual([]);
  });

  it('is nothing in a long text, the lines of which tell', () => {
    const text = 'that outage cost us 31 + 7 sends with 131049 and 4 with 130472; ';
    expect(learnt(text + 'and so on. '.repeat(400))).toEqual([]);
  });

  it('is told with the word that said most', () => {
    const [first] = learnt('that outage cost us 31 + 7 sends with 131049 and 4 with 130472; the rest went');
    const evidence = first?.evidence.find(({ rule }) => rule === 'learnt');
    expect(evidence?.weight).toBeGreaterThan(0);
    expect(evidence?.text).toMatch(/\p{L}/u);
  });

  it('undoes nothing that somebody asks about', () => {
    for (const text of [
      'please look at 131026 for the customer Ana Lopez',
      'Ana Lopez 131026 Leipzig, invoice',
    ])
      expect(strong(text, { asked: true })).toEqual(['131026']);
  });

  it('undoes nothing in a language of which nothing was learnt', () => {
    for (const said of [
      'leo tunaona 131047 tena kwa wateja wengi',
      'tänään näemme taas 131047 monella asiakkaalla',
      'ma megint 131047 jön sok ügyfélnél',
      'täna näeme jälle 131047 paljudel klientidel',
      'இன்று பல வாடிக்கையாளர்களிடம் 131047 மீண்டும் வருகிறது',
      'ngayong araw nakikita namin ulit ang 131047 sa maraming customer',
    ])
      expect(learnt(`WhatsApp: ${said}`)).toEqual([]);
  });

  it('undoes nothing of which another place leaves no doubt', () => {
    const on = { host: 'business.facebook.com' };
    const aside =
      'El vídeo de la receta terminó la semana en 131037, y gracias a él muchos nos pidieron el menú por WhatsApp.';
    expect(learnt(aside, on)).toHaveLength(1);
    expect(strong(aside, on)).toEqual([]);
    expect(strong(`WhatsApp error 131037: the display name is not approved. ${aside}`, on)).toEqual([
      '131037',
      '131037',
    ]);
  });

  it('goes together with what the rules say', () => {
    expect(learnt('Was 131026 our part or their part?')).toEqual([]);
    expect(strong('Was #131026 our part or their part?')).toEqual(['131026']);
  });

  it('is a rare number that a rule speaks against, where many words speak for it', () => {
    const text =
      'si vuelve 131048 en el número principal, bajamos el ritmo de los envíos y usamos la reserva';
    const [first] = learnt(text);
    expect(first?.evidence.map(({ rule }) => rule)).toContain('daily-life');
    expect(strong(text)).toEqual(['131048']);
    expect(strong('la reserva 131048 del restaurante')).toEqual([]);
  });

  it('is the value of a field only where the words leave no doubt', () => {
    const about = 'more than a day since the customer wrote, send the template';
    expect(strong(`window = 131047  # ${about}`)).toEqual(['131047']);
    expect(strong('order = 131047  # more than a day since the customer paid')).toEqual([]);
  });

  it('is a small number only beside a code that is sure', () => {
    const text = 'And plain 100 on older versions when a variable of the template is empty';
    expect(strong(`WhatsApp #131047: too late. ${text}`)).toEqual(['131047', '100']);
    expect(strong(text)).toEqual([]);
    expect(strong(`WhatsApp #131047: too late. And 100 of the customers paid`)).toEqual(['131047']);
  });

  it('is the same on any page', () => {
    const text = 'that outage cost us 31 + 7 sends with 131049 and 4 with 130472; the rest went out late';
    expect(strong(text, { host: 'notes.example' })).toEqual(strong(text));
  });
});
