import { remember } from './device-memory.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** `<theme-switch>`: its button goes through system, light and dark, and remembers the choice on this device. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.#show(this.#theme);
    button.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(this.#theme) + 1) % THEMES.length] ?? 'system';
      remember('theme', next === 'system' ? undefined : next);
      if (next === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
      this.#show(next);
    });
  }

  get #theme(): Theme {
    return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';
  }

  #show(theme: Theme): void {
    for (const label of this.querySelectorAll<HTMLElement>('[data-theme-name]')) label.hidden = label.dataset.themeName !== theme;
  }
}

customElements.define('theme-switch', ThemeSwitch);
