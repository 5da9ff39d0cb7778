import type { Mark } from './in-page.ts';

/** One real browser with the built extension loaded. Nothing of a test reaches the network: every page comes from `.output/pages`. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Opens a fixture as if a console served it, and waits for its `load` event. */
  open(fixture: string, where?: Where): Promise<Tab>;
  /** Opens a page of the extension, such as `popup.html?q=131047`. */
  openExtension(path: string): Promise<Tab>;
  /** Every tab that is open now, in the order of opening. */
  addresses(): Promise<string[]>;
  /** The open tab whose address contains this text. */
  tabAt(part: string): Promise<Tab>;
  /** Hosts that anything in the browser tried to reach, the browser's own services aside. */
  outside(): string[];
  /** Errors that extension contexts logged. */
  errors(): Promise<string[]>;
  /** Runs source text in an extension page: the `browser` API is there. The value must be JSON. */
  inExtension<T>(source: string): Promise<T>;
  /** What the toolbar button of this tab says. */
  badge(tab: Tab): Promise<string>;
  /** Chooses "Explain this code" from the tab's context menu on the present selection. */
  chooseExplain(tab: Tab): Promise<void>;
  /** Presses the browser-wide shortcut of a command of the manifest. */
  command(tab: Tab, name: string): Promise<void>;
  /** The user says yes as soon as the extension asks for these match patterns. */
  willAllow(patterns: readonly string[]): Promise<void>;
  /** The user withdraws a match pattern in the browser's own page of extensions. */
  withdraw(pattern: string): Promise<void>;
  /** Reloads the extension under the open pages, as an update does. */
  reloadExtension(): Promise<void>;
  /** Switches the extension off and on: it starts without being told of an installation, as with the browser. */
  switchOffAndOn(): Promise<void>;
  /** Takes the extension away, does the work, and installs it as for the first time. */
  withoutExtension(work: () => Promise<void>): Promise<void>;
  /** Closes every tab, and forgets what the extension stored and what was noted so far. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

export interface Where {
  /** `https://business.facebook.com/wa/` unless told. */
  base?: string;
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

export interface Tab {
  /** Runs a self-contained function in the page's own world; argument and result must be JSON. */
  run<R>(work: () => R | Promise<R>): Promise<R>;
  run<R, A>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The underlined texts of the page and its same-origin frames, as the page itself can read them, sorted. */
  codes(): Promise<string[]>;
  marks(): Promise<Mark[]>;
  card(): Promise<CardState>;
  /** What the closed shadow root of the card holds; null where there is no card. */
  cardTree(): Promise<ShadowNode | null>;
  /** Middle of the first mark with this text, in viewport pixels. */
  pointOf(code: string): Promise<Point>;
  /** Moves the pointer in small steps, as a hand does. */
  move(to: Point, steps?: number): Promise<void>;
  click(at: Point): Promise<void>;
  /** A finger, down and up. */
  tap(at: Point): Promise<void>;
  mouse(state: 'down' | 'up'): Promise<void>;
  /** One key by its `KeyboardEvent.key`, with modifiers: `Escape`, `Shift+Alt+Period`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  scroll(by: number): Promise<void>;
  address(): Promise<string>;
  screenshot(file: string): Promise<void>;
  reload(): Promise<void>;
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

/** The attributes of `<errata-card>`; both null where nothing is shown. */
export interface CardState {
  code: string | null;
  state: string | null;
  /** Elements called `errata-card` in the page and its frames. */
  hosts: number;
  /** What the page sees of the shadow root: true where it is closed to it. */
  closed: boolean;
}

/** An element in the card, read with the powers of a debugger. */
export interface ShadowNode {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** All text within. */
  text: string;
  children: readonly ShadowNode[];
  box(): Promise<Box>;
}

/** The first element within that fits, depth first. */
export function findNode(node: ShadowNode | null, fits: (node: ShadowNode) => boolean): ShadowNode | null {
  if (!node) return null;
  if (fits(node)) return node;
  for (const child of node.children) {
    const found = findNode(child, fits);
    if (found) return found;
  }
  return null;
}

/** A button of the card by its accessible name. */
export function findButton(node: ShadowNode | null, name: RegExp): ShadowNode | null {
  return findNode(
    node,
    ({ tag, text, attributes }) => tag === 'button' && name.test(attributes['aria-label'] ?? text.trim()),
  );
}

export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
