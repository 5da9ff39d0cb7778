/** A code, isolated from the direction of the surrounding text and always left to right. */
export function Code({ children, className = 'er-code-inline' }: { children: string; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
