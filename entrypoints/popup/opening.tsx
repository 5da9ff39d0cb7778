import { createRoot } from 'react-dom/client';
import { Opening } from '../../components/popup/Opening.tsx';
import { isPayload, isSentence } from '../../components/popup/pasted.ts';
import { createPopupStore } from '../../components/popup/store.ts';
import { readAsked } from '../../lib/bridge/search-page.ts';
import { isInTab } from '../../lib/bridge/tab.ts';

/** The popup stands in a tab of its own. */
export const inTab = isInTab();
document.documentElement.dataset.place = inTab ? 'tab' : 'popup';
const sized = new ResizeObserver(() => {
  const { clientWidth, scrollWidth, style } = document.documentElement;
  const { body } = document;
  // The browser makes no popup wider than this, which at a high zoom is less than ours.
  if (outerWidth >= 800 && scrollWidth > clientWidth) body.style.maxWidth = `${clientWidth}px`;
  // Of whole pixels: Chromium would leave off the rest, and scroll by it.
  style.height = `${Math.ceil(body.getBoundingClientRect().height)}px`;
});
if (!inTab) for (const one of [document.documentElement, document.body]) sized.observe(one);

export const store = createPopupStore();
const isSelection = new URLSearchParams(location.search).has('selected');
/** What the address asks for, `popup.html?q=131047`, once it is there. Empty where it is more than a code, and where the reader was faster. */
export const asked = readAsked(location.search).then((text) => {
  if (text === null) store.setState({ isLost: true });
  if (!text || store.getState().query !== '') return '';
  const { decode, type } = store.getState();
  const isText = isPayload(text) || (isSelection && isSentence(text));
  (isText || isSelection ? decode : type)(text);
  return isText ? '' : text;
});

const element = document.getElementById('root');
export const root = element && createRoot(element);
root?.render(<Opening store={store} />);
