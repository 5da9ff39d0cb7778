/** A number right before one of these is never a code. In quotes: a page's first script compiles it when it is needed. */
export const UNIT_PATTERN =
  '\\s?(?:[µμnm]s|us|[KMG]i?B|kB|bytes?|px|kWh|km|[kM]?Hz|fps|rpm|msec|millis(?:econds)?)(?![\\w\\u00c0-\\uffff])';
