/** Says that a change could not be kept, where the reader is. */
export function NotKept({ problem }: { problem: string | null }) {
  return (
    problem && (
      <p role="alert" className="not-kept">
        {problem}
      </p>
    )
  );
}
