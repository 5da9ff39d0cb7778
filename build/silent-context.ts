/**
 * Stands in for WXT's `ContentScriptContext`, which announces itself to every page with a `postMessage` that carries the
 * extension's id: pages could tell that Errata is there, and some trip over messages that they do not know. The page script
 * has its own way to make room for a newer one (`lib/bridge/orphan.ts`).
 */
export class ContentScriptContext {}
