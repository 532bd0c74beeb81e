/**
 * A button that is switched off while its request runs loses the focus, and whoever works by keyboard or listens loses
 * their place. It gets the focus back once it can be pressed again, unless they went somewhere else meanwhile.
 */
export function keepFocus(page: Document): void {
  let last: EventTarget | null = null;
  page.addEventListener('focusin', ({ target }) => (last = target));
  // Whoever presses into the page with a pointer leaves the place; what can take the focus reports itself just after.
  page.addEventListener('pointerdown', () => (last = null));
  new MutationObserver((changes) => {
    if (!(last instanceof HTMLElement) || !last.isConnected || page.activeElement !== page.body) return;
    const place = last;
    const isBack = changes.some(({ target }) => target.contains(place)) && !place.matches(':disabled');
    if (isBack) place.focus({ preventScroll: true });
  }).observe(page, { subtree: true, attributes: true, attributeFilter: ['disabled'] });
}
