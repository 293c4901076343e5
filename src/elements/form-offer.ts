import { recall, remember } from './device-memory.ts';
import { part } from './parts.ts';
import { whenShown } from './shown.ts';

/**
 * `<form-offer>`: one quiet line that offers another written form where the remembered choice or the browser's languages ask for
 * it. The `<aside>` in its template holds a hidden line with a `lang` for each form. Once dismissed it never comes back.
 */
class FormOffer extends HTMLElement {
  connectedCallback(): void {
    whenShown(() => this.#offer());
  }

  #offer(): void {
    const { content } = part(this, 'template', HTMLTemplateElement);
    const aside = part(this, 'aside', HTMLElement, content);
    if (recall('form-offer')) return;
    const lines = [...content.querySelectorAll('p')];
    const langs = [document.documentElement, ...lines].map(({ lang }) => lang);
    const chosen = recall('form');
    const wanted = langs.find((lang) => lang === chosen) ?? preferred(langs);
    const line = lines.find(({ lang }) => lang === wanted);
    if (!line) return;
    const button = part(this, 'button', HTMLElement, line);
    line.hidden = false;
    this.append(content);
    button.addEventListener('click', () => {
      aside.hidden = true;
      document.querySelector('main')?.focus({ preventScroll: true });
      remember('form-offer', 'dismissed');
    });
  }
}

/**
 * The one of some languages that is nearest to what the browser asks for: the first Chinese script of its list, best in the same region.
 */
function preferred(langs: readonly string[]): string | undefined {
  for (const language of navigator.languages) {
    const { script, region } = maximized(language);
    const near = langs.filter((lang) => maximized(lang).script === script);
    if (near.length) return near.find((lang) => maximized(lang).region === region) ?? near[0];
  }
  return undefined;
}

function maximized(language: string): { script?: string | undefined; region?: string | undefined } {
  try {
    return new Intl.Locale(language).maximize();
  } catch {
    return {};
  }
}

customElements.define('form-offer', FormOffer);
