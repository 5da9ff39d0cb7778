/** Says beside the control that a change could not be stored. */
export function NotKept({ problem }: { problem: string | null }) {
  return (
    problem && (
      <p role="alert" className="not-kept">
        {problem}
      </p>
    )
  );
}
