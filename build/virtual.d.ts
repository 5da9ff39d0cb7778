declare module 'virtual:catalogue' {
  const data: import('../data/schema.ts').CatalogueData;
  export default data;
}
declare module 'virtual:codes' {
  const data: import('../lib/detect/code-index.ts').CodeIndexData;
  export default data;
}
