/** Of an error without a response: what says which failure it is. Its other fields describe the request. */
const ERROR_FIELD =
  /^(?:code|subcode|errors?|details|errorCode|error_(?:sub)?code)$/;
/** Codes of Node and of HTTP clients: `ECONNRESET`, `ERR_BAD_REQUEST`. */
const SYSTEM_CODE = /^E[A-Z_]+$/;

/**
 * Returns what a program hands over as text: bytes as UTF-8, a form as its fields, an object or a Map as JSON. An error
 * is its response if it has one, else its message and cause.
 *
 * @throws TypeError for any other value.
 */
export function toInputText(input: unknown): string {
  const data =
    typeof input === 'number' || typeof input === 'bigint'
      ? `${input}`
      : toData(input, []);

  if (data === undefined)
    throw new TypeError(`Expected ${ACCEPTED}; got ${describeType(input)}`);

  return typeof data === 'string' ? data : JSON.stringify(data);
}

const ACCEPTED =
  'a string, a number, an Error, a plain object, an array, a Map, URLSearchParams, or bytes (Buffer, Uint8Array, ArrayBuffer)';

const getTag = (value: unknown) =>
  Object.prototype.toString.call(value).slice('[object '.length, -1);
const isError = (value: unknown): value is Error =>
  value instanceof Error || getTag(value) === 'Error';
const describeType = (value: unknown) =>
  getTag(value) === 'Response'
    ? 'Response (pass its text: await response.text())'
    : getTag(value);

/** Returns a string or data for JSON. Undefined for what is neither, and for an object of `above`. */
function toData(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value === 'string') return value;

  if (typeof value !== 'object' || value === null || above.includes(value))
    return undefined;

  const within = [...above, value];

  const toField = (field: unknown) => {
    if (typeof field === 'object' && field !== null)
      return toData(field, within);

    return typeof field === 'bigint' ? `${field}` : field;
  };

  if (isError(value)) return toErrorData(value, within);

  if (value instanceof URLSearchParams)
    return [...value].map((field) => field.join('=')).join('\n');

  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return new TextDecoder().decode(value);

  if (value instanceof Date && above.length > 0) return value.toJSON();
  if (Array.isArray(value)) return value.map(toField);

  const tag = getTag(value);
  if (tag !== 'Object' && tag !== 'Map') return undefined;

  const fields = value instanceof Map ? [...value] : Object.entries(value);

  return Object.fromEntries(
    fields.map(([name, field]) => [name, toField(field)]),
  );
}

function toErrorData(error: Error, within: readonly unknown[]): unknown {
  const { message, cause, response, data, body } = error as Error &
    Record<string, unknown>;

  const { data: received, body: text } = (response ?? {}) as Record<
    string,
    unknown
  >;

  for (const payload of [received, text, data, body]) {
    const read = toData(payload, within);
    if (read !== undefined && read !== '') return read;
  }

  const fields = Object.entries(error).filter(
    ([name, value]) => ERROR_FIELD.test(name) && !SYSTEM_CODE.test(`${value}`),
  );

  const inner = toData(cause, within);
  if (fields.length === 0 && inner === undefined) return message;

  // JSON leaves out an undefined cause.
  return toData(
    { ...Object.fromEntries(fields), message, cause: inner },
    within,
  );
}
