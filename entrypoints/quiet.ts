import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { createRootFinder } from '../lib/page/roots.ts';
import { createQuiet } from '../lib/page/weak-hits.ts';

/** Runs after the engine in the frames of a console, when the popup asks what is there besides the underlined codes. */
export default defineUnlistedScript(() => {
  const { errataEngine: engine } = globalThis;
  if (engine) globalThis.errataQuiet ??= createQuiet({ engine, openRoot: createRootFinder(openClosedRoot) });
});
