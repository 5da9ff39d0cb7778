import type { Candidate } from './candidates.ts';
import { FACTS } from './facts.ts';
import { factsOf, titleFacts } from './facts-of.ts';
import type { Form } from './form.ts';
import { type Key, keyOf, OBJECT, ownerAt, ownerInLine } from './key.ts';
import type { Cell } from './layout.ts';
import { own } from './own.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import type { Situation } from './situations.ts';
import { NO_STEP } from './steps.ts';
import type { TitleMemo } from './title.ts';
import { Windows } from './windows.ts';

/**
 * @param facts Its facts, where they are known; else -1.
 * @param untitled Nobody has looked for titles around it yet.
 */
export function sceneOf(candidate: Candidate, reading: Reading, facts = -1, untitled = false): Scene {
  return new Place(candidate, reading, facts, untitled);
}

/** Works out what is asked for, once: most candidates are turned down by what stands right beside them. */
class Place implements Scene {
  readonly reading: Reading;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly kind: Candidate['kind'];
  readonly meanings: Candidate['meanings'];
  readonly form: Form;
  readonly spot: Candidate['spot'];
  readonly line: Candidate['line'];
  situation: Situation | null | undefined = undefined;
  verdict = NO_STEP;
  private ownFacts: number;
  private untitled: boolean;
  private ownWindows: Windows | null = null;
  private ownKey: Key | null | undefined;
  private ownOwner: string | null | undefined;
  private ownCell: Cell | null | undefined;
  private ownTitles: TitleMemo | null = null;

  constructor(candidate: Candidate, reading: Reading, facts: number, untitled: boolean) {
    this.start = candidate.start;
    this.end = candidate.end;
    this.code = candidate.code;
    this.kind = candidate.kind;
    this.meanings = candidate.meanings;
    this.form = candidate.form;
    this.spot = candidate.spot;
    this.line = candidate.line;
    this.reading = reading;
    this.ownFacts = facts;
    this.untitled = untitled;
  }

  get plainFacts(): number {
    return this.ownFacts < 0 ? this.facts : this.ownFacts;
  }

  get facts(): number {
    if (this.ownFacts < 0) this.ownFacts = factsOf(this);
    else if (this.untitled) this.ownFacts |= titleFacts(this, this.reading);
    this.untitled = false;
    return this.ownFacts;
  }

  private get windows(): Windows {
    this.ownWindows ??= new Windows(this, this.reading);
    return this.ownWindows;
  }

  get left(): string {
    return this.windows.left;
  }

  get right(): string {
    return this.windows.right;
  }

  get lineLeft(): string {
    return this.windows.lineLeft;
  }

  get lineRight(): string {
    return this.windows.lineRight;
  }

  private get found(): Key | null {
    if (this.ownKey !== undefined) return this.ownKey;
    const { situation } = this;
    this.ownKey = situation?.key;
    if (this.ownKey !== undefined) return this.ownKey;
    this.ownKey = this.plainFacts & FACTS.keyed ? keyOf(this.left, this.right) : null;
    // The digits of a name may be others the next time.
    if (situation && (situation.same || !/\d/.test(this.ownKey?.name ?? '')))
      situation.key = this.ownKey && { ...this.ownKey, name: own(this.ownKey.name) };
    return this.ownKey;
  }

  get key(): string | null {
    return this.found?.name ?? null;
  }

  get structural(): boolean {
    return this.found?.structural ?? false;
  }

  get compared(): boolean {
    return this.found?.compared ?? false;
  }

  get ofSubcode(): boolean {
    return this.found?.ofSubcode ?? false;
  }

  get owner(): string | null {
    if (!this.structural) return null;
    if (this.ownOwner === undefined) this.ownOwner = this.findOwner();
    this.reading.notes?.push({ ask: 'owner', of: null, from: 0, to: 0, answer: this.ownOwner });
    return this.ownOwner;
  }

  private findOwner(): string | null {
    const { spot, line, start, reading } = this;
    const { text, lines } = reading;
    if (!spot || line === undefined || !lines) return ownerAt(text, start);
    if (!spot.owner) {
      const name = ownerInLine(text, lines.start(line), start);
      spot.owner = { name: name && own(name) };
    }
    const { name } = spot.owner;
    return name === undefined || (name === '' && !lines.areBalanced(line, start - OBJECT))
      ? ownerAt(text, start)
      : name || null;
  }

  /** Its line was met before, and is no row of a table. */
  private get isApart(): boolean {
    const { lines } = this.reading;
    return this.line !== undefined && lines?.template(this.line)?.traits.separated === false;
  }

  get cell(): Cell | null {
    if (this.ownCell === undefined)
      this.ownCell = this.isApart ? null : this.reading.layout.cellAt(this.start);
    return this.ownCell;
  }

  get header(): string | null {
    return this.cell?.header ?? this.reading.context.header ?? null;
  }

  get label(): string | null {
    const { context, text } = this.reading;
    return this.cell?.label ?? (text.length - (this.end - this.start) <= 24 ? (context.label ?? null) : null);
  }

  get titles(): TitleMemo {
    this.ownTitles ??= { matches: new Map(), beside: null, stems: null };
    return this.ownTitles;
  }
}
