/** Ends the toolbar's popup between two rows, of its list or of the links below. Its height is limited, so it would end within one. */
export function fitRows(): void {
  const main = document.querySelector<HTMLElement>(
    '[data-place="popup"] .popup-main',
  );

  if (!main) return;
  main.style.borderBlockEndWidth = '0';

  const { bottom } = main.getBoundingClientRect();

  const rows = [
    ...main.querySelectorAll('[role="option"], .list-heading, nav'),
  ];

  const cut = rows.findIndex((row) => {
    const { top, bottom: end } = row.getBoundingClientRect();
    return top < bottom - 1 && end > bottom + 1;
  });

  // A heading without a row below it would look like an empty group.
  const before = rows[cut - 1];
  const last = before?.matches('.list-heading') ? before : rows[cut];

  if (last && main.scrollTop === 0)
    main.style.borderBlockEndWidth = `${bottom - last.getBoundingClientRect().top}px`;
}
