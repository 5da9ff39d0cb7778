/** What fixtures note for the tests to read. */
declare global {
  var violations: string[];
  var errors: string[];
  var keys: string[];
  var clicks: string[];
}

export {};
