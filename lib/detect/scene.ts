import type { Candidate } from './candidates.ts';
import { FACTS } from './facts.ts';
import { factsOf, titleFacts } from './facts-of.ts';
import type { Form } from './form.ts';
import { type Key, keyOf, OBJECT, ownerAt, ownerInLine } from './key.ts';
import type { Cell } from './layout.ts';
import { own } from './own.ts';
import type { Reading } from './reading.ts';
import { question, type Step } from './recall.ts';
import type { Situation } from './situations.ts';
import type { TitleMemo } from './title.ts';

const LEFT = 90;
const RIGHT = 120;

/** A candidate with its surroundings: all that a rule may look at. Windows are bounded, whatever the text. */
export interface Scene extends Readonly<Candidate> {
  readonly reading: Reading;
  /** Bits of `FACTS`. */
  facts: number;
  /** The same, but for titles around it, which take longer to tell: the windows decide, and whoever knows these knows enough. */
  plainFacts: number;
  form: Form;
  /** Text before and after, tags taken out; at most 90 and 120 characters. */
  left: string;
  right: string;
  /** The same, cut at the ends of the line. */
  lineLeft: string;
  lineRight: string;
  /** Name that the candidate is the value of: `error_code` in `"error_code": 131047`. */
  key: string | null;
  /** The key is written as in data (`"code": `, `code=`), not as in prose (`Code: `). */
  structural: boolean;
  /** The candidate is compared with the key: `code === 131047`. */
  compared: boolean;
  /** The key is one of subcodes. */
  ofSubcode: boolean;
  /** Name of the object that the value stands in: `errors` in `"errors":[{"code":…`. */
  owner: string | null;
  header: string | null;
  label: string | null;
  cell: Cell | null;
  titles: TitleMemo;
  /** The same surrounding as it was met before; null where it is no good for that. */
  situation: Situation | null | undefined;
  /** Where the search for a verdict ended there. */
  verdict: Step | null;
}

/**
 * @param facts Its facts, where they are known; else -1.
 * @param untitled Nobody has looked for titles around it yet.
 */
export function sceneOf(candidate: Candidate, reading: Reading, facts = -1, untitled = false): Scene {
  return new Place(candidate, reading, facts, untitled);
}

/** Works out what is asked for, once: most candidates are turned down by what stands right beside them. */
class Place implements Scene {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly kind: Candidate['kind'];
  readonly meanings: Candidate['meanings'];
  readonly form: Form;
  readonly spot: Candidate['spot'];
  readonly line: Candidate['line'];
  readonly reading: Reading;
  situation: Situation | null | undefined = undefined;
  verdict: Step | null = null;
  private ownLeft: string | null = null;
  private ownRight: string | null = null;
  private ownLineLeft: string | null = null;
  private ownLineRight: string | null = null;
  private ownKey: Key | null | undefined;
  private ownOwner: string | null | undefined;
  private ownCell: Cell | null | undefined;
  private ownFacts: number;
  private untitled: boolean;
  private ownTitles: TitleMemo | null = null;

  constructor(candidate: Candidate, reading: Reading, facts: number, untitled: boolean) {
    this.ownFacts = facts;
    this.untitled = untitled;
    this.start = candidate.start;
    this.end = candidate.end;
    this.code = candidate.code;
    this.kind = candidate.kind;
    this.meanings = candidate.meanings;
    this.form = candidate.form;
    this.spot = candidate.spot;
    this.line = candidate.line;
    this.reading = reading;
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

  get left(): string {
    if (this.ownLeft === null) {
      const from = Math.max(0, this.start - LEFT);
      const label = labelBefore(this);
      const window = label + this.reading.text.slice(from, this.start);
      this.ownLeft = untagged(window);
      if (this.isLong && label === '' && this.ownLeft === window) this.reading.words.prime(window, from);
    }
    return this.ownLeft;
  }

  get right(): string {
    if (this.ownRight === null) {
      const window = this.reading.text.slice(this.end, this.end + RIGHT);
      this.ownRight = untagged(window);
      if (this.isLong && this.ownRight === window) this.reading.words.prime(window, this.end);
    }
    return this.ownRight;
  }

  get lineLeft(): string {
    if (this.ownLineLeft === null) {
      const { left } = this;
      this.ownLineLeft = left.slice(left.lastIndexOf('\n') + 1);
      const from = this.start - this.ownLineLeft.length;
      if (this.isLong && this.ownLineLeft !== left && this.reading.text.startsWith(this.ownLineLeft, from))
        this.reading.words.prime(this.ownLineLeft, from);
    }
    return this.ownLineLeft;
  }

  get lineRight(): string {
    if (this.ownLineRight === null) {
      const end = this.right.indexOf('\n');
      this.ownLineRight = end < 0 ? this.right : this.right.slice(0, end);
    }
    return this.ownLineRight;
  }

  /** Long enough that its windows overlap with others, and no line that is remembered. */
  private get isLong(): boolean {
    return !this.spot && this.reading.text.length > 2 * (LEFT + RIGHT);
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
    if (this.ownOwner === undefined) this.ownOwner = this.structural ? this.findOwner() : null;
    this.reading.notes?.push(question('owner', this.ownOwner));
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

/** A value at the head of its own node: the label stands in the node before it. */
function labelBefore({ start, reading: { context } }: Scene): string {
  return start <= 4 && context.label ? `${context.label.slice(-60)} ` : '';
}

function untagged(window: string): string {
  return window.includes('<') ? window.replace(/<\/?[a-zA-Z][^<>]{0,60}>/g, ' ') : window;
}
