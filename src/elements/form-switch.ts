import { remember } from './device-memory.ts';
import { followReading, notePlace, restorePlace } from './reading-place.ts';

/**
 * `<form-switch>` around links to the same page in other written forms: they keep query and fragment; a click remembers the form
 * on this device and takes the reading place along, the same unit at the same height of the screen.
 */
class FormSwitch extends HTMLElement {
  connectedCallback(): void {
    this.#follow();
    addEventListener('hashchange', () => this.#follow());
    for (const type of ['pointerdown', 'focusin', 'click']) this.addEventListener(type, () => this.#follow());
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!link) return;
      remember('form', link.hreflang);
      const inThisTab = !(event.ctrlKey || event.metaKey || event.shiftKey);
      if (!inThisTab || link.pathname === location.pathname) return;
      try {
        notePlace(link.pathname, event.isTrusted);
      } catch {
        // Storage may be forbidden: the other page then begins at its fragment or its top.
      }
    });
  }

  #follow(): void {
    for (const link of this.querySelectorAll('a')) link.setAttribute('href', link.pathname + location.search + location.hash);
  }
}

try {
  restorePlace();
} catch {
  // No storage, or not our note.
}
followReading();
customElements.define('form-switch', FormSwitch);
