/** A value as indented JSON with a span for each token, like payload viewers. */
export function Json({
  value,
  indent = '',
}: {
  value: unknown;
  indent?: string;
}) {
  if (typeof value === 'string')
    return <span className="string">{JSON.stringify(value)}</span>;

  if (typeof value !== 'object' || value === null)
    return <span className="number">{String(value)}</span>;

  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value);

  return (
    <>
      {isList ? '[' : '{'}
      {entries.map(([key, child], at) => (
        <span key={key}>
          {`\n${inner}`}
          {!isList && (
            <>
              <span className="key">{`"${key}"`}</span>:{' '}
            </>
          )}
          <Json value={child} indent={inner} />
          {at < entries.length - 1 && ','}
        </span>
      ))}
      {`\n${indent}`}
      {isList ? ']' : '}'}
    </>
  );
}
