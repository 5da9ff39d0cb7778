/** An on/off control that applies at once. Its name comes from the element with the id `labelledBy`. */
export function Switch(props: { on: boolean; onChange: (on: boolean) => void; labelledBy: string }) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={props.on}
      aria-labelledby={props.labelledBy}
      onClick={() => props.onChange(!props.on)}
    />
  );
}
