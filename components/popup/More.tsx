/** How many results the list leaves out, and the way to all of them. */
export function More({ shown, total, href }: { shown: number; total: number; href: string }) {
  return (
    <p className="ways soft">
      <span className="link-button">
        {shown} of {total.toLocaleString('en')}
      </span>
      <a className="link-button" href={href} target="_blank" rel="noopener">
        All {total.toLocaleString('en')} in the catalogue
      </a>
    </p>
  );
}
