import type { DetectedCode, PageRows } from '../../detect/detect-request.ts';
import type { PageState } from '../../settings/settings.ts';
import type { RowText } from '../../structure/around-code.ts';
import type { CodeName, PageCode } from './code-counts.ts';
import type { LowConfidenceHitFinder } from './low-confidence-hits.ts';

/**
 * API of a frame for the popup, the background and the card: `globalThis.errataPage` in the isolated world of the content script.
 * The popup calls it with `scripting.executeScript` in all frames, so that no state is stored elsewhere.
 */
export interface PageApi {
  /** Returns the codes of this frame, in order of first appearance. */
  codes(): PageCode[];
  /** Returns true if the page is not completely read. Then `codes` is incomplete. */
  isReading(): boolean;
  /** Opens the card at the current selection. With null, the card says that there is no next code. */
  explainSelection(text: string | null): Promise<void>;
  /** Moves to the next or previous code, if there is one. With `only`, the focus does not move. */
  navigate(step: 1 | -1, only?: readonly CodeName[]): Promise<boolean>;
  /** Scrolls to an occurrence of a code, 0-based. Returns false if it is gone or not visible. */
  goTo(name: CodeName, at: number): Promise<boolean>;
  /**
   * Returns the row or line of the occurrences `from` (inclusive) to `to` (exclusive) of a code. With `isLabelled`, each
   * cell of a row has a line with its header.
   */
  readMarkTexts(
    name: CodeName,
    from: number,
    to: number,
    isLabelled?: boolean,
  ): Promise<string[]>;
  /** Returns true if the current code of keyboard navigation is in this frame. */
  isNavigating(): boolean;
}

/** API of any frame before the annotator has started. */
export interface FrameApi extends Partial<Omit<PageApi, 'isReading'>> {
  isReading(): boolean;
  /** Called by `annotator.js` when it has loaded, and when the user needs it in this frame. */
  onAnnotatorReady(isWanted?: boolean): void;
  lookAgain(): void;
  /** Returns true if marks were off when a possible code was found. */
  isOff(): boolean;
  /** Returns the finder for codes that are not marked. Undefined until `annotator.js` has loaded. */
  lowConfidenceHits(): LowConfidenceHitFinder | undefined;
}

/** Set by `annotator.js` where a text may hold a code, or where the user asks for more. */
interface AnnotatorScript {
  /**
   * @param settings Settings for the frame's host, if they are already known.
   * @param hasCandidate The filter of `page.js`. Without it, each text is tested in full.
   */
  start(
    settings: PageState | null,
    hasCandidate?: (text: string) => boolean,
  ): Annotator;
  findLowConfidenceHits(): LowConfidenceHitFinder;
  explainSelection(text: string | null): Promise<void>;
}

/** Errata running in one frame with the settings of its host. */
export interface Annotator {
  api: PageApi;
  /** Removes all traces of Errata from the page. */
  destroy(): void;
}

/** Request to show a code in the card. Plain data, passed from the content script to `card.js`. */
export interface CardRequest {
  /** In the catalogue's spelling, or the selected text if `hit` is false. */
  code: string;
  subcode: string | null;
  /** The engine's ranking of the meanings, best first. It is based on more of the page than `nearby`. */
  meanings: readonly { key: string; score: number }[];
  /** False if the selection contains no known code. Then the card says so and offers a search. */
  hit: boolean;
  /** The wording that led to the meanings of a selection without a number. With several meanings, it is the `code` as well. */
  wording?: DetectedCode['wording'];
  /** Text around the code, for the entry's `details`. At most 2,000 characters. */
  nearby: string;
  /** The part of `nearby` about this code alone: its passage and row. Can be quoted in a ticket. */
  own: string;
  /** The row with its headers, or the surrounding text. */
  labelled?: RowText;
  /** The other failures of the recipient. */
  recipientRows?: PageRows;
  /** Host and path of the page. The card remembers the provider for the host. */
  host: string;
  path: string;
  /** Position among the occurrences of this code in this frame: `[2, 7]`. Null for a selection. */
  position: readonly [number, number] | null;
  /** Why the selected number is not marked, in the words of a bug report. */
  rejection?: string;
  /** The number would be marked if the site asked for less certainty. */
  canMark?: boolean;
  /** Number of further occurrences that are only counted. */
  unmarked?: number;
  /** Position among all marks of the frame during keyboard navigation: `[3, 12]`. Null otherwise. */
  navigationStep: readonly [number, number] | null;
  /** True to focus the card (opened with the keyboard). */
  takesFocus: boolean;
  isPinned: boolean;
  /** The code's range. The card is positioned next to it. */
  range: Range;
}

/** What the card calls. The page sets them before it shows the card. */
export interface CardCallbacks {
  /** Moves to the next or previous place of a code, or with null to that of any failure. */
  onNavigate?(step: 1 | -1, code: string | null): void;
  /** Called with an event that no other listener receives. */
  onEventSwallowed?(event: Event): void;
  onWillResize?(): void;
  /** Called when a pinned card returns to the code at this range. */
  onReturned?(range: Range): void;
  onClosed?(): void;
  /** Returns true if the pointer is on the code whose card is open. */
  isOnCode?(): boolean;
  /** Returns the ranges of the marks in a text of the frame. */
  findMarks?(text: Text): readonly Range[];
}

export interface CardApi extends CardCallbacks {
  show(request: CardRequest): void;
  /** Closes the card, unless it is pinned and `force` is false. */
  close(force?: boolean): void;
  anchorRemoved(): void;
  isOpen(): boolean;
  isPinned(): boolean;
  /** Returns true if the event's target is in the card, so that the pointer may move there. */
  contains(target: EventTarget | null): boolean;
  /** Tells if a point is in the card, or in the safe polygon through which the pointer may reach it. */
  at(x: number, y: number): 'card' | 'way' | null;
  destroy(): void;
}

/** `globalThis.errataCard`, set by `card.js` in the isolated world of the frame. */
export interface LoadedCard extends CardApi {
  /** Loads the entries of these codes into the frame, so that they still work after the extension is updated or removed. */
  preloadEntries(codes: readonly string[]): Promise<void>;
  /** Loads the entries that a request needs. Resolves to false on failure. */
  ensureEntries(request: CardRequest): Promise<boolean>;
}

declare global {
  /** Created by the card, and called by `keys.js`, which loads before it and cannot import it. */
  var errataKeys:
    | (((event: KeyboardEvent) => void) & {
        handlers: Set<(event: KeyboardEvent) => void>;
      })
    | undefined;
  /** Created by an open card, and called by `keys.js` with every event in Firefox. */
  var errataGuard: ((event: Event) => void) | undefined;
  /** Set by `frame-removals.js`, and called after nodes were removed. Frames without `page.js` have it too. */
  var errataOnNodesRemoved: (() => void) | undefined;
  /** API of the frame for the popup, the side panel, the badge and the commands, which run a function in it. */
  var errataPage: FrameApi | undefined;
  var errataAnnotator: AnnotatorScript | undefined;
  var errataCard: LoadedCard | undefined;
}
