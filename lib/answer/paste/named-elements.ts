/** An element with the name of its value in an attribute: `<Entry key="code">131047</Entry>`. */
const NAMED =
  /<([A-Za-z][\w:]{0,40}) (?:key|name)="([A-Za-z_][\w.-]{0,60})">([^<>]{0,2000})<\/\1>/g;
/** The same as two elements, in a property list: `<key>code</key><integer>131047</integer>`. */
const LISTED =
  /<key>([A-Za-z_][\w.-]{0,60})<\/key>\s{0,99}<(integer|string|real)>([^<>]{0,2000})<\/\2>/g;
/** A number that is named by a code is its count. */
const COUNTED = /<(\w{1,40}) (?:key|name|code)="(\d{5,7})">(\d{1,7})<\/\1>/g;

/** Rewrites elements of XML whose name is data as elements of this name: `<code>131047</code>`. A name and its value become one line. */
export function decodeNamedElements(text: string): string {
  if (!text.includes('</')) return text;

  return text
    .replace(NAMED, '<$2>$3</$2>')
    .replace(LISTED, '<$1>$3</$1>')
    .replace(COUNTED, '$2: $3');
}
