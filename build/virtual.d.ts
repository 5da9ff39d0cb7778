declare module 'virtual:catalogue' {
  /** JSON of `CatalogueData`, whose entries have no key. */
  export const text: string;
}
declare module 'virtual:words' {
  /** JSON of what completes the site's `virtual:catalogue` for queries of words. */
  export const text: string;
}
declare module 'virtual:prefilter' {
  const data: import('../lib/detect/prefilter/prefilter-pack.ts').PrefilterData;
  export default data;
}
declare module 'virtual:coarse-patterns' {
  const patterns: import('../lib/detect/prefilter/coarse-pattern.ts').CoarsePatterns;
  export default patterns;
}
declare module 'virtual:text-index' {
  /** JSON of `TextIndexData` for the whole catalogue. */
  export const text: string;
}
declare module 'virtual:vocabulary' {
  const packed: string;
  export default packed;
}
declare module 'virtual:codes' {
  const data: import('../lib/detect/code-index.ts').CodeIndexData;
  export default data;
  /** The same data as JSON, for parsing later. */
  export const text: string;
}
/** Scripts that are built separately and imported for their side effects. */
declare module '/*.js';
