/** What can honestly be said of a code that the catalogue does not hold. */
export function UnknownCode({ family }: { family: string | null }) {
  return (
    <div className="er-body">
      <p className="er-question">Errata does not know this code.</p>
      {family && <p>{family}</p>}
      <p className="er-soft">
        Nothing is guessed here. The text beside the code, or the provider’s own documentation, may tell more.
      </p>
    </div>
  );
}
