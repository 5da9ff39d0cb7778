import type { Mark } from './in-page.ts';
import type { Launched } from './launch-chromium.ts';

/** A real browser with the built extension. Tests never reach the network: every page comes from `.output/pages`. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Only in Chromium: what its debugger can reach. */
  readonly launched?: Launched;
  /** Opens a fixture at a console's URL and waits for its `load` event. A tab that left its page opens it at half the cost of a new one. */
  open(fixture: string, where?: Where, tab?: Tab): Promise<Tab>;
  /** Opens a page of the extension, such as `popup.html?q=131047`. */
  openExtension(path: string): Promise<Tab>;
  /** Returns the URLs of all open tabs, in the order of opening. */
  addresses(): Promise<string[]>;
  /** Returns the open tab whose URL contains this text. */
  tabAt(part: string): Promise<Tab>;
  /** Returns the hosts of all outgoing requests, except for the browser's own services. */
  outside(): string[];
  /** Returns the errors that extension contexts logged. */
  errors(): Promise<string[]>;
  /** Evaluates source text in an extension page with the `browser` API. The value must be JSON. */
  inExtension<T>(source: string): Promise<T>;
  /** Returns the badge text of this tab. */
  badge(tab: Tab): Promise<string>;
  /** Chooses "Explain this code" in the tab's context menu for the current selection. */
  chooseExplain(tab: Tab): Promise<void>;
  /** Presses the shortcut of a command in the manifest. */
  command(tab: Tab, name: string): Promise<void>;
  /** Lets the user accept the next permission prompt for these match patterns. */
  willAllow(patterns: readonly string[]): Promise<void>;
  /** Lets the user remove a match pattern on the browser's extensions page. */
  withdraw(pattern: string): Promise<void>;
  /** Reloads the extension under the open pages, as an update does. */
  reloadExtension(): Promise<void>;
  /** Replaces the extension by another version under the open pages. In Chromium, its folder must be a copy. */
  updateExtension(folder: string): Promise<void>;
  /** Disables and enables the extension. It starts without an `onInstalled` event, as when the browser starts. */
  switchOffAndOn(): Promise<void>;
  /** Removes the extension, runs the function, and installs it as for the first time. */
  withoutExtension(work: () => Promise<void>): Promise<void>;
  /** Closes every tab, clears the extension's storage and resets all recorded data. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

export interface Where {
  /** Defaults to `https://business.facebook.com/wa/`. */
  base?: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

export interface Tab {
  /** Runs a self-contained function in the page's main world. Argument and result must be JSON. */
  run<R>(work: () => R | Promise<R>): Promise<R>;
  run<R, A>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** Returns the marked texts of the page and its same-origin frames, as the page can read them, sorted. */
  codes(): Promise<string[]>;
  marks(): Promise<Mark[]>;
  card(): Promise<CardState>;
  /** Returns the contents of the card's closed shadow root. Null if there is no card. */
  cardTree(): Promise<ShadowNode | null>;
  /** Returns the centre of the first mark with this text, in viewport pixels. */
  pointOf(code: string): Promise<Point>;
  /** Moves the pointer in small steps, like a hand. */
  move(to: Point, steps?: number): Promise<void>;
  click(at: Point): Promise<void>;
  /** Taps with a finger, down and up. */
  tap(at: Point): Promise<void>;
  mouse(state: 'down' | 'up'): Promise<void>;
  /** Presses one key, given by `KeyboardEvent.key` with modifiers: `Escape`, `Shift+Alt+Period`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  scroll(by: number): Promise<void>;
  address(): Promise<string>;
  screenshot(file: string): Promise<void>;
  reload(): Promise<void>;
  /** Goes to an empty page, with the pointer in the corner and no key or button down. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** The attributes of `<errata-card>`. Both are null if no card is shown. */
export interface CardState {
  code: string | null;
  state: string | null;
  /** Number of `errata-card` elements in the page and its frames. */
  hosts: number;
  /** True if the shadow root is closed to the page. */
  closed: boolean;
}

/** An element in the card, read through the debugger. */
export interface ShadowNode {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** Text of the element with all descendants. */
  text: string;
  children: readonly ShadowNode[];
  box(): Promise<Box>;
}

/** Returns the first matching descendant in document order. */
export function findNode(
  node: ShadowNode | null,
  fits: (node: ShadowNode) => boolean,
): ShadowNode | null {
  if (!node) return null;
  if (fits(node)) return node;

  for (const child of node.children) {
    const found = findNode(child, fits);
    if (found) return found;
  }

  return null;
}

/** Finds a button of the card by its accessible name. */
export function findButton(
  node: ShadowNode | null,
  name: RegExp,
): ShadowNode | null {
  return findNode(
    node,
    ({ tag, text, attributes }) =>
      tag === 'button' && name.test(attributes['aria-label'] ?? text.trim()),
  );
}

export function getMiddle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
