/** A number right before one of these units is never a code. A string, so that a page's first script rarely compiles it. */
export const UNIT_PATTERN =
  '\\s?(?:[µμnm]s|us|[KMG]i?B|kB|bytes?|px|kWh|km|[kM]?Hz|fps|rpm|msec|millis(?:econds)?)(?![\\w\\u00c0-\\uffff]|\\s?=)';
