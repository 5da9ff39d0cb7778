import type { Form } from './form.ts';
import type { Evidence } from './hit.ts';
import { shared } from './own.ts';
import type { Quoted } from './recall.ts';
import type { Family } from './rule.ts';
import { type Found, quoteIn, strengthOf, sumOf } from './score.ts';

/** Variants of one verdict that are kept. */
const MOST_VARIANTS = 64;

/** What is said of a candidate: what was found around it, and what comes of that. Around many candidates it is the same. */
export class Verdict {
  readonly form: Form;
  readonly found: readonly Found[];
  /** Log-odds. */
  readonly sum: number;
  /** The evidence for it has been looked for. */
  readonly looked: boolean;
  /** The evidence against has been looked for. */
  readonly weighed: boolean;
  private sorted: readonly Evidence[] | null = null;
  private ownStrength = -1;
  /** By the word of the trade, by that of WhatsApp. */
  private quotes: Map<string | null, Map<string | null, Verdict>> | null = null;
  private variants = 0;
  private helped: { evidence: Evidence; verdict: Verdict }[] | null = null;

  constructor(form: Form, found: readonly Found[], { looked, weighed }: Pick<Verdict, 'looked' | 'weighed'>) {
    this.form = form;
    this.found = found;
    this.sum = sumOf(form, found);
    this.looked = looked;
    this.weighed = weighed;
  }

  /** Strongest first. */
  get evidence(): readonly Evidence[] {
    this.sorted ??= this.found
      .map((one) => one.evidence)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    return this.sorted;
  }

  /** 0 to 1. */
  get strength(): number {
    if (this.ownStrength < 0) this.ownStrength = strengthOf(this.sum);
    return this.ownStrength;
  }

  /** The same with other words of the topics. */
  quoting({ whatsapp, trade }: Quoted): Verdict {
    const known = this.quotes?.get(whatsapp)?.get(trade);
    if (known) return known;
    const words = { whatsapp: whatsapp && shared(whatsapp), trade: trade && shared(trade) };
    const verdict = new Verdict(this.form, quoteIn(this.found, words), this);
    if (this.variants++ >= MOST_VARIANTS) return verdict;
    this.quotes ??= new Map();
    const byTrade = this.quotes.get(whatsapp) ?? new Map<string | null, Verdict>();
    this.quotes.set(words.whatsapp, byTrade.set(words.trade, verdict));
    return verdict;
  }

  /** The same with what its company says for it, or against it. */
  with(rule: string, weight: number, text: string, family: Family = 'company'): Verdict {
    this.helped ??= [];
    for (const { evidence, verdict } of this.helped)
      if (evidence.rule === rule && evidence.weight === weight && evidence.text === text) return verdict;
    const evidence = { rule, weight, text: shared(text) };
    const verdict = new Verdict(this.form, [...this.found, { family, evidence }], this);
    if (this.helped.length < MOST_VARIANTS) this.helped.push({ evidence, verdict });
    return verdict;
  }

  without(rule: string): Verdict {
    if (this.found.every(({ evidence }) => evidence.rule !== rule)) return this;
    return new Verdict(
      this.form,
      this.found.filter(({ evidence }) => evidence.rule !== rule),
      this,
    );
  }
}
