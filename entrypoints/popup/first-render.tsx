import { createRoot } from 'react-dom/client';
import { fitRows } from '../../components/popup/fit-rows.ts';
import { createPopupStore } from '../../components/popup/popup-store.ts';
import { LoadingPopup } from '../../components/popup/SearchField.tsx';
import {
  readRequestedQuery,
  requestFile,
} from '../../lib/extension/webext/open-page.ts';
import { isInTab } from '../../lib/extension/webext/tab-page.ts';

export const isPopupInTab = isInTab();
document.documentElement.dataset.place = isPopupInTab ? 'tab' : 'popup';
const resizeObserver = new ResizeObserver(() => {
  const { clientWidth, scrollWidth, style } = document.documentElement;
  const { body } = document;

  // Chromium limits a popup to 800 CSS pixels at 100 % zoom, which is less than our width at a high zoom. Firefox starts with a few pixels and
  // would keep to them.
  if (
    !import.meta.env.FIREFOX &&
    outerWidth >= 800 &&
    scrollWidth > clientWidth
  )
    body.style.maxWidth = `${clientWidth}px`;

  // Chromium truncates a fractional height and then shows a scroll bar, so round it up. Chromium 156, no bug known; reproduce: give the
  // body of a popup a height of 300.5px.
  const height = `${Math.ceil(body.getBoundingClientRect().height)}px`;

  style.height = height;
  style.setProperty('--er-popup-height', height);
  fitRows();
});
if (!isPopupInTab)
  for (const one of [document.documentElement, document.body])
    resizeObserver.observe(one);

export const store = createPopupStore();
if (requestFile(location.search, store.getState().decode))
  store.setState({ isLost: true });
/** The text of an address such as `popup.html?q=131047`. Empty if the user has typed something meanwhile. */
export const requestedQuery = readRequestedQuery(location.search).then(
  (text) => {
    if (text === null) store.setState({ isLost: true });
    if (!text || store.getState().query !== '') return '';

    const { paste, type } = store.getState();
    if (!paste(text)) type(text);

    return text;
  },
);

export const root = createRoot(
  document.querySelector('#root') ?? document.body,
);
root.render(<LoadingPopup store={store} />);
