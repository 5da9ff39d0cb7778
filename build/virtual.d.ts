declare module 'virtual:catalogue' {
  const data: import('../data/schema.ts').CatalogueData;
  export default data;
  /** The same as JSON, for a worker that has no copy of its own. */
  export const text: string;
}
declare module 'virtual:catalogue-parts' {
  /** Paths of the catalogue's scripts, in order. */
  const files: readonly import('wxt/utils/inject-script').ScriptPublicPath[];
  export default files;
}
declare module 'virtual:prefilter' {
  const data: import('../lib/detect/prefilter-pack.ts').PrefilterData;
  export default data;
}
declare module 'virtual:codes' {
  const data: import('../lib/detect/code-index.ts').CodeIndexData;
  export default data;
  /** The same as JSON, to be read later. */
  export const text: string;
}
