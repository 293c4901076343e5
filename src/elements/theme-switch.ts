import { recall, remember } from './device-memory.ts';
import { part } from './parts.ts';
import { whenShown } from './shown.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** `<theme-switch>`: its button goes through system, light and dark, and remembers the choice on this device. */
class ThemeSwitch extends HTMLElement {
  #button = part(this, 'button');
  #labels = THEMES.map((theme) => part(this, `[data-theme-name=${theme}]`));

  connectedCallback(): void {
    whenShown(() => this.#start());
  }

  #start(): void {
    let theme = recall('theme') ?? 'system';
    const show = (): void => {
      document.documentElement.dataset.theme = theme;
      for (const label of this.#labels) label.hidden = label.dataset.themeName !== theme;
    };
    show();
    this.#button.addEventListener('click', () => {
      theme = THEMES[THEMES.indexOf(theme) + 1] ?? 'system';
      remember('theme', theme);
      show();
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
