import { above, leavesToBrowser } from './clicks.ts';
import { remember } from './device-memory.ts';
import { followReading, notePlace, restorePlace } from './reading-place.ts';
import { whenShown } from './shown.ts';

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
      const link = above(event, 'a', HTMLAnchorElement);
      if (!link) return;
      remember('form', link.hreflang);
      if (!leavesToBrowser(event) && link.pathname !== location.pathname) notePlace(link.pathname, event.isTrusted);
    });
  }

  #follow(): void {
    for (const link of this.querySelectorAll('a')) link.setAttribute('href', link.pathname + location.search + location.hash);
  }
}

whenShown(() => {
  restorePlace();
  followReading();
});
customElements.define('form-switch', FormSwitch);
