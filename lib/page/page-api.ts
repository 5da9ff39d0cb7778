import type { WeakHitFinder } from './weak-hits.ts';

/**
 * What the content script leaves in the isolated world of its frame for the popup, the background and the card:
 * `globalThis.errataPage`. The popup reads it by `scripting.executeScript` in all frames, so no state is kept elsewhere.
 */
export interface PageApi {
  /** The codes underlined in this frame, in page order of first appearance. */
  codes(): PageCode[];
  /** The page is not read to its end yet: `codes` are a part. */
  isReading(): boolean;
  /** Opens the card at the current selection, with what the selection holds; with null to say that there is no code to go to. */
  explainSelection(text: string | null): Promise<void>;
  /**
   * Goes to the next (1) or previous (-1) code; false when there is none further in this frame.
   *
   * @param only Asked from outside the page: only to places of these, and the keyboard stays where it is.
   */
  walk(step: 1 | -1, only?: readonly CodeName[]): Promise<boolean>;
  /** Goes to one place of a code, counted from 0; false where it has gone or cannot be seen. */
  goTo(name: CodeName, at: number): Promise<boolean>;
  /** What stands around the places of a code from one to before another: the row, or the line. In slices, as many may be asked for. */
  placeTexts(name: CodeName, from: number, to: number): Promise<string[]>;
  /** The walk from code to code stands in this frame. */
  isWalking(): boolean;
}

/** What any frame leaves there, before the annotator has begun. */
export interface FrameApi extends Partial<Omit<PageApi, 'isReading'>> {
  isReading(): boolean;
  /** Called by `annotator.js` when it is there, and where a person wants it in this frame. */
  onAnnotatorReady(isWanted?: boolean): void;
  /** Marks may have been switched on. */
  lookAgain(): void;
  /** Marks were switched off when something was found. */
  isOff(): boolean;
  /** Finds what is not underlined; undefined before `annotator.js` is there. */
  weakHits(): WeakHitFinder | undefined;
}

/** A code as a list has it: the same number may be that of two providers. */
export interface CodeName {
  code: string;
  /** Key of the first-ranked meaning, or null for a code that the catalogue does not know. */
  key: string | null;
}

export interface PageCode extends CodeName {
  /** How often it stands in this frame. */
  count: number;
  /** So many of them are not underlined, as there are too many in one text. */
  unmarked?: number;
}

/** What the card is asked to show. Plain data: it crosses from the content script to `card.js`. */
export interface CardRequest {
  /** As the catalogue writes it, or the selected text where `hit` is false. */
  code: string;
  subcode: string | null;
  /** The meanings as the engine ranked them, best first: it saw more of the page than stands in `nearby`. */
  meanings: readonly { key: string; score: number }[];
  /** Where false, the selection held no known code: the card says so and offers the search. */
  hit: boolean;
  strength: number;
  /** Text around the code, for `details` of the entry; at most 2,000 characters. */
  nearby: string;
  /** The part of `nearby` that is about this code alone: its passage and its row. A ticket may quote it. */
  own: string;
  /** The row with its headings, or what stands around, for what a label says of the conversation. */
  labelled?: string;
  /** The host of the page, so that the card can remember a provider for it, and its path. */
  host: string;
  path: string;
  /** Which of the places of this code in this frame: `[2, 7]`. Null for a selection. */
  position: readonly [number, number] | null;
  /** So many further places are counted there and not underlined. */
  unmarked?: number;
  /** Which of all the frame's marks, where the reader walks through them: `[3, 12]`. */
  walked: readonly [number, number] | null;
  /** Open focused (keyboard) or not (pointer). */
  focus: boolean;
  pinned: boolean;
  /** The code's range; the card is placed beside it. */
  range: Range;
}

/** The card of a frame. */
export interface CardApi {
  show(request: CardRequest): void;
  /** Closes the loose card; a pinned one stays unless `force`. */
  close(force?: boolean): void;
  /** The code has left the page. */
  gone(): void;
  isOpen(): boolean;
  isPinned(): boolean;
  /** True where the event or point lies in the card, so that the pointer may travel there. */
  contains(target: EventTarget | null): boolean;
  /** Whether a point lies in the card, or in the safe polygon between it and its code, through which a pointer may move slantwise. */
  at(x: number, y: number): 'card' | 'way' | null;
  /** Called by the card: its buttons for the previous and next place of the code. */
  onWalk: ((step: 1 | -1, code: string) => void) | null;
  /** Called by the card: this event in it reaches nobody else. */
  onKept: ((event: Event) => void) | null;
  /** Called by the card: it shrinks, perhaps away from the pointer. */
  onShrunk: (() => void) | null;
  /** Called by the card: it closed. */
  onClosed: (() => void) | null;
  destroy(): void;
}

/** `globalThis.errataCard`, left by `card.js` in the isolated world of the frame. */
export interface LoadedCard extends CardApi {
  /** Brings the catalogue's entries of these codes into the frame, so that they are there when the extension is not any more. */
  know(codes: readonly string[]): Promise<void>;
  /** Brings the entries that a request needs; false where they cannot be had. */
  getReady(request: CardRequest): Promise<boolean>;
}

declare global {
  /** Made by a card that wants the keys, and called with each by `keys.js`, which was there before the card and cannot import it. */
  var errataKeys:
    | (((event: KeyboardEvent) => void) & { handlers: Set<(event: KeyboardEvent) => void> })
    | undefined;
  /** Made by an open card, and told by `keys.js` in Firefox of every event. */
  var errataGuard: ((event: Event) => void) | undefined;
  /** Left by `frames.js`, and called where something was taken away from the page: frames without `page.js` have it too. */
  var errataOnNodesRemoved: (() => void) | undefined;
  /** What the frame offers to the popup, the side panel, the badge and the commands, which run a function in it. */
  var errataPage: FrameApi | undefined;
  /** A script of its own, loaded with the first mark. */
  var errataCard: LoadedCard | undefined;
}
