/** Ends the toolbar's popup between two rows, of its list or of the links below. Its height is limited, so it would end within one. */
export function fitRows(): void {
  const main = document.querySelector<HTMLElement>(
    '[data-place="popup"] .popup-main',
  );

  if (!main) return;
  main.style.borderBlockEndWidth = '0';

  const { bottom } = main.getBoundingClientRect();

  const cut = [...main.querySelectorAll('[role="option"], .list-heading, nav')]
    .map((row) => row.getBoundingClientRect())
    .find((row) => row.top < bottom - 1 && row.bottom > bottom + 1);

  if (cut && main.scrollTop === 0)
    main.style.borderBlockEndWidth = `${bottom - cut.top}px`;
}
