import { createRoot } from 'react-dom/client';
import { Opening } from '../../components/popup/Opening.tsx';
import { createPopupStore } from '../../components/popup/store.ts';
import { isInTab } from '../../lib/bridge/tab.ts';

/** The popup stands in a tab of its own. */
export const inTab = isInTab();
document.documentElement.dataset.place = inTab ? 'tab' : 'popup';

/** What the address asks for: `popup.html?q=131047`. */
export const asked = new URLSearchParams(location.search).get('q') ?? '';
export const store = createPopupStore(asked);

const element = document.getElementById('root');
export const root = element && createRoot(element);
root?.render(<Opening store={store} />);
