/** Asks before a page is left on which something is ticked and not saved. Such a form has a bar that saves it. */
export function keepTicks(page: Document): void {
  for (const bar of page.querySelectorAll('.save')) {
    const form = bar.closest('form');
    if (form === null) {
      continue;
    }
    let saving = false;
    form.addEventListener('submit', () => {
      saving = true;
    });
    window.addEventListener('beforeunload', (event) => {
      if (!saving && form.querySelector('input:checked:not([checked])') !== null) {
        event.preventDefault();
      }
    });
  }
}
