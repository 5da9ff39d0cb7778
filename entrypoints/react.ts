import * as core from 'react';
import * as jsx from 'react/jsx-runtime';
import * as dom from 'react-dom';
import * as client from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

declare global {
  /** Left in the isolated world of the frame for `card.js`; see build/react-apart.ts. */
  var errataReact: { core: typeof core; jsx: typeof jsx; dom: typeof dom; client: typeof client } | undefined;
}

/** Runs in a frame before the card, which is built without React. */
export default defineUnlistedScript(() => {
  globalThis.errataReact ??= { core, jsx, dom, client };
});
