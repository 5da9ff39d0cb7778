import { getAlpha } from '../dom/css-color.ts';
import {
  closest,
  createTreeWalker,
  getBox,
  getNodeProperty,
  getStyle,
  getTextBox,
  walk,
} from '../dom/nodes.ts';
import { CELL } from './readable-text.ts';

/** Levels from a text to its line in the list of messages. */
const MAX_CLIMB_LEVELS = 8;
/** Lines of a list that are measured, the last ones. */
const MAX_LINES = 24;
const MIN_LINES = 3;
const MAX_TEXTS_IN_LINE = 12;
/** Of the width of the list: by how much one margin of a message is larger than the other. */
const MIN_SHIFT = 0.1;
/** Notices and dates between the messages are in the middle. */
const MIN_SHARE_OF_MESSAGES = 0.6;
const MIN_SHARE_OF_TIMES = 0.5;
/** A time of day, or the ticks of a message that was sent. */
const TIME_OR_TICK = /\d{1,2}[:.]\d\d(?!\d)|[✓✔]/;
const NO_CHAT = `table,pre,code,dl,[role="row"],${CELL}`;
const CONTROL = 'button,select,[role="button"],[role="tab"]';

/** Where a message is: at the start of its lines, where the others write, or at their end, where the page's user writes. */
type Side = 'start' | 'end';

interface Line {
  element: Element;
  side: Side | null;
  top: number;
  bottom: number;
  hasTime: boolean;
}

/** What tells the messages of a chat from other texts: their bubbles, or their times. */
type Sign = 'bubble' | 'time';

interface MeasuredList {
  children: number;
  sign: Sign | null;
}

/**
 * Creates a test whether a text is a message of the other side in a chat that only its alignment shows: lines one below
 * the other, some at the start and some at the end, in bubbles or with times. Measures the page, so it is only for texts
 * that are about to be marked.
 */
export function createChatSideTest() {
  const lists = new WeakMap<Element, MeasuredList>();

  function findSign(list: Element): Sign | null {
    // `childElementCount` counts all children at each call.
    const { length: children } = getNodeProperty(list, 'children');
    const known = lists.get(list);
    // A list gets its second side with a later message.
    if (known && children < 2 * known.children) return known.sign;

    const sign = children < MIN_LINES ? null : measureSign(list);

    lists.set(list, { children, sign });
    return sign;
  }

  return (block: Element): boolean => {
    if (closest(block, NO_CHAT)) return false;

    let line = block;

    for (const list of walk(block, 'parentElement', MAX_CLIMB_LEVELS)) {
      const sign = findSign(list);
      if (sign) return isOfOthers(line, measureList(list), sign, block);
      line = list;
    }

    return false;
  };
}

/** A notice among the messages has no bubble or no time of its own. */
function isOfOthers(
  element: Element,
  list: ReturnType<typeof measureList>,
  sign: Sign,
  block: Element,
): boolean {
  const line = measureLine(element, list);
  if (line?.side !== 'start') return false;

  return sign === 'time' ? line.hasTime : isInBubble(block, element);
}

const measureList = (list: Element) => {
  const { left, right, width } = getBox(list);
  const isReversed = getStyle(list)?.direction === 'rtl';

  return {
    left,
    right,
    width,
    isReversed,
  };
};

/** Returns what shows that a list is a chat. Null if it is none, or if nothing tells. */
function measureSign(list: Element): Sign | null {
  const measured = measureList(list);
  const children = [...getNodeProperty(list, 'children')].slice(-MAX_LINES);
  const lines = children.flatMap((child) => measureLine(child, measured) ?? []);
  const messages = lines.filter(({ side }) => side !== null);
  const starts = messages.filter(({ side }) => side === 'start');
  const ends = messages.filter(({ side }) => side === 'end');

  if (messages.length < MIN_LINES || starts.length === 0 || ends.length === 0)
    return null;

  // Columns of cards are beside each other. The last line of a reversed list is on top.
  const fromTop = lines.toSorted((a, b) => a.top - b.top);
  const isStacked = fromTop.every(
    ({ top }, at) => at === 0 || top >= (fromTop[at - 1]?.bottom ?? 0) - 1,
  );

  if (!isStacked || messages.length < MIN_SHARE_OF_MESSAGES * lines.length)
    return null;

  if (starts.some(hasBubble) && ends.some(hasBubble)) return 'bubble';

  const timed = messages.filter(({ hasTime }) => hasTime);

  return timed.length >= MIN_SHARE_OF_TIMES * messages.length ? 'time' : null;
}

/** Measures the texts of a line. Null if it shows none. */
function measureLine(
  element: Element,
  { left, right, width, isReversed }: ReturnType<typeof measureList>,
): Line | null {
  const boxes = listTexts(element).map(getTextBox).filter(isShown);
  if (boxes.length === 0) return null;

  const leftGap = Math.min(...boxes.map((box) => box.left)) - left;
  const rightGap = right - Math.max(...boxes.map((box) => box.right));
  const shift = (rightGap - leftGap) * (isReversed ? -1 : 1);
  const isShifted = Math.abs(shift) > MIN_SHIFT * width;
  const side = shift > 0 ? 'start' : 'end';
  const text = getNodeProperty(element, 'textContent') ?? '';

  return {
    element,
    side: isShifted ? side : null,
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
    hasTime: TIME_OR_TICK.test(text),
  };
}

/** Returns the first texts of a line, without those of controls. */
function listTexts(element: Element): Text[] {
  const walker = createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];

  while (texts.length < MAX_TEXTS_IN_LINE && walker.nextNode()) {
    const text = walker.currentNode as Text;
    const { parentElement } = text;
    const isControl = parentElement && closest(parentElement, CONTROL);
    if (/\S/.test(text.data) && !isControl) texts.push(text);
  }

  return texts;
}

const isShown = ({ width, height }: DOMRect): boolean =>
  width > 0 && height > 0;

/** Whether the first text of a line has a background or a border of its own. */
function hasBubble({ element }: Line): boolean {
  const [text] = listTexts(element);
  const parent = text?.parentElement;

  return Boolean(parent) && isInBubble(parent as Element, element);
}

/** @param line The last element that can be the bubble. */
function isInBubble(from: Element, line: Element): boolean {
  for (const element of [
    from,
    ...walk(from, 'parentElement', MAX_CLIMB_LEVELS),
  ]) {
    if (hasBubbleStyle(element)) return true;
    if (element === line) return false;
  }

  return false;
}

function hasBubbleStyle(element: Element): boolean {
  const style = getStyle(element);
  if (!style) return false;

  const { backgroundColor, backgroundImage, borderTopWidth } = style;

  return (
    getAlpha(backgroundColor) > 0 ||
    backgroundImage !== 'none' ||
    borderTopWidth !== '0px'
  );
}
