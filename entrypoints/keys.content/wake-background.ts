import { getBrowser } from '../../lib/extension/webext/get-browser.ts';
import type { MessageType } from '../../lib/extension/webext/messages.ts';

// Browsers stop the background after 30 s without work. Its start and that of the engine take 250 ms, so they run while the page loads. Only
// for the top frame, because most frames show advertisements. `sendToBackground` would double the size of this script.
if (self === top)
  getBrowser()
    .runtime.sendMessage({ type: 'wake' } satisfies { type: MessageType })
    .catch(() => undefined);
