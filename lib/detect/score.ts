import { bitsOf } from './facts.ts';
import type { Form } from './form.ts';
import type { Evidence } from './hit.ts';
import { own } from './own.ts';
import { type Quoted, recalled, type Search } from './recall.ts';
import type { Family, Rule } from './rule.ts';
import { FOR as RULES_FOR } from './rules/index.ts';
import { AGAINST as RULES_AGAINST } from './rules/index-against.ts';
import type { Scene } from './scene.ts';
import { isTelling } from './situation.ts';

/**
 * How ordinary a number or word of this form is where no code is meant, in log-odds: what the evidence has to outweigh.
 * The catalogue knows 500 of a million six-digit numbers, but nearly every small one.
 * 63001 to 63112 and 80007 are elsewhere only postcodes.
 */
export const PRIOR: Readonly<Record<Form, number>> = {
  'six-digits': -2.3,
  'seven-digits': -2.3,
  'five-digits': -3,
  'five-rare': -2.5,
  'four-digits': -4.8,
  year: -5.8,
  round: -5.4,
  'three-digits': -5.4,
  'http-status': -6.4,
  'few-digits': -6.4,
  zero: -7.6,
  range: -4,
  symbol: -1.5,
  word: -5.8,
  'unknown-like': -3.6,
  unknown: -7.5,
};

/** From here on a hit is underlined. */
export const STRONG = 0.6;
/** Below this a candidate is no hit at all. */
export const WEAK = 0.2;
export const STRONG_ODDS = Math.log(STRONG / (1 - STRONG));
export const WEAK_ODDS = Math.log(WEAK / (1 - WEAK));

const FAMILIES: readonly Family[] = ['place', 'wording', 'payload', 'topic', 'company', 'learnt', 'against'];

export interface Found {
  family: Family;
  evidence: Evidence;
}

type Asked = readonly { rule: Rule; needs: number }[];

const asked = (rules: readonly Rule[]): Asked =>
  rules.map((rule) => ({ rule, needs: bitsOf(rule.needs ?? []) }));
const FOR = asked(RULES_FOR);
const AGAINST = asked(RULES_AGAINST);

/** What makes a code of a small number: not what the text is about, and not its company. */
const BESIDE = FOR.filter(({ rule }) => rule.family !== 'topic');
const TELLING = [...new Set(BESIDE.map(({ needs }) => needs))];
const TOPICS = FOR.filter(({ rule }) => rule.family === 'topic');

/**
 * Nothing beside the number can tell that it is a code, and what the text is about is not enough for its form: most numbers of a log.
 * Such a candidate becomes a hit only by its company.
 */
export function isIdle(form: Form, facts: number): boolean {
  const known = IDLE[form];
  let idle = known.get(facts);
  if (idle === undefined) {
    idle = PRIOR[form] + topicBound(facts) < WEAK_ODDS && TELLING.every((needs) => (facts & needs) !== needs);
    if (known.size >= MOST_IDLE) known.clear();
    known.set(facts, idle);
  }
  return idle;
}

/** Nothing beside it can tell, and the best of topics does not bring it above these log-odds. */
export const staysBelow = (odds: number, { form, facts }: Pick<Scene, 'form' | 'facts'>): boolean =>
  isIdle(form, facts) && PRIOR[form] + topicBound(facts) <= odds;

/** The same facts come again and again. */
const IDLE = Object.fromEntries(
  Object.keys(PRIOR).map((form) => [form, new Map<number, boolean>()]),
) as Record<Form, Map<number, boolean>>;
const MOST_IDLE = 500;

/** The most that topics can add. */
function topicBound(facts: number): number {
  let strongest = 0;
  let total = 0;
  for (const { rule, needs } of TOPICS) {
    if ((facts & needs) !== needs) continue;
    total += rule.weight;
    strongest = Math.max(strongest, rule.weight);
  }
  return strongest + (total - strongest) * 0.25;
}

/** What speaks for a candidate; null where even the best of topics would not make it a hit, so that nobody needs to look for them. */
export function evidenceFor(scene: Scene): Found[] | null {
  const found = ask(BESIDE, scene);
  if (sumOf(scene.form, found) + topicBound(scene.facts) < WEAK_ODDS) return null;
  return [...found, ...ask(TOPICS, scene)];
}

/** The same, whatever comes of it. */
export const allEvidenceFor = (scene: Scene): Found[] => [...evidenceOf(FOR, scene, 'all')];

/** What speaks against it. Most candidates have so little for them that nobody needs to ask. */
export const evidenceAgainst = (scene: Scene): Found[] => [...evidenceOf(AGAINST, scene, 'against')];

/** The topics of its text, by the rules that hold. */
export const topicsOf = (scene: Scene): string[] => ask(TOPICS, scene).map(({ evidence }) => evidence.rule);

function evidenceOf(rules: Asked, scene: Scene, search: Search): readonly Found[] {
  return recalled(scene, search, () => ask(rules, scene), { keep: keptOf, quote: quoteIn });
}

/** The same evidence with other words of the topics. */
export function quoteIn(found: readonly Found[], words: Quoted): readonly Found[] {
  return found.map((one) => {
    const { rule } = one.evidence;
    const word = rule === 'whatsapp' ? words.whatsapp : /trade$/.test(rule) ? words.trade : null;
    return word === null ? one : { ...one, evidence: { ...one.evidence, text: word.trim() } };
  });
}

/** Copies that hold nothing of the text. Null where a figure was quoted that may be another the next time. */
export function keptOf(found: readonly Found[], scene: Scene): readonly Found[] | null {
  const { situation, reading } = scene;
  const same = situation?.same === true;
  const kept: Found[] = [];
  for (const { family, evidence } of found) {
    const { text = '' } = evidence;
    if (!same && family !== 'topic' && !isTelling(text, scene)) return null;
    const name = `${evidence.rule}\n${text}`;
    kept.push(reading.memory.situations.shared(name, { family, evidence: { ...evidence, text: own(text) } }));
  }
  return kept;
}

function ask(rules: Asked, scene: Scene): readonly Found[] {
  const found: Found[] = [];
  for (const { rule, needs } of rules) {
    if ((scene.facts & needs) !== needs) continue;
    const text = rule.find(scene);
    if (text !== null) {
      found.push({
        family: rule.family,
        evidence: { rule: rule.id, weight: rule.weight, text: text.trim() },
      });
    }
  }
  return found;
}

/**
 * Log-odds that a candidate stands for an error. Within a family the strongest evidence counts whole and the rest a
 * quarter, as it mostly repeats the same fact; against a code the rest counts half.
 */
export function sumOf(form: Form, found: readonly Found[]): number {
  let sum = PRIOR[form];
  for (const family of FAMILIES) {
    const against = family === 'against';
    let strongest = 0;
    let total = 0;
    for (const one of found) {
      if (one.family !== family) continue;
      const { weight } = one.evidence;
      total += weight;
      if (against ? weight < strongest : weight > strongest) strongest = weight;
    }
    sum += family === 'learnt' ? total : strongest + (total - strongest) * (against ? 0.5 : 0.25);
  }
  return sum;
}

export function strengthOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
