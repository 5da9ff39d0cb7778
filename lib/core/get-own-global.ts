type Globals = typeof globalThis;

/**
 * Returns a property that a script of Errata has set on the global object of its frame. In Chromium, an element of the page with
 * this id is a property too, also in the isolated world, but not an own one
 * (https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object). Functions that the extension
 * runs in a frame cannot import this: they ask `Object.hasOwn` themselves.
 */
export const getOwnGlobal = <Name extends keyof Globals>(
  name: Name,
  scope: Globals = globalThis,
): Globals[Name] | undefined =>
  Object.hasOwn(scope, name) ? scope[name] : undefined;
