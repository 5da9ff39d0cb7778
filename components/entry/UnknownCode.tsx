/** What can honestly be said of a code that the catalogue does not hold. */
export function UnknownCode({ family }: { family: string | null }) {
  return (
    <div className="er-body">
      <p>{family ?? 'Not in the catalogue.'}</p>
      <p className="er-soft">
        Errata does not guess. The text beside the code, or the provider’s own documentation, may tell more.
      </p>
    </div>
  );
}
