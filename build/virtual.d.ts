declare module 'virtual:catalogue' {
  /** JSON of a `PackedCatalogue`. */
  export const text: string;
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
/** Scripts with a build of their own, run for what they leave behind. */
declare module '/*.js';
