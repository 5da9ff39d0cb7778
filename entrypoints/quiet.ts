import codes from 'virtual:codes';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { openIndex } from '../lib/detect/code-index.ts';
import { createEngine } from '../lib/page/engine.ts';
import { createQuiet } from '../lib/page/quiet.ts';
import { createRootFinder } from '../lib/page/roots.ts';

/** Runs in the frames of a console when the popup asks what is there besides the underlined codes. */
export default defineUnlistedScript(() => {
  globalThis.errataQuiet ??= createQuiet({
    engine: createEngine(() => openIndex(codes)),
    openRoot: createRootFinder(openClosedRoot),
  });
});
