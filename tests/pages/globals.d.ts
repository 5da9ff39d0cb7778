/** Data that fixtures record for the tests. */
declare global {
  var violations: string[];
  var errors: string[];
  var keys: string[];
  var clicks: string[];
}

export {};
