/** A code, kept left to right within text of any direction. */
export function Code({ children, className = 'er-code-inline' }: { children: string; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
