import { recall, remember } from './device-memory.ts';

/**
 * `<form-offer>`: one quiet line that offers another written form where the remembered choice or the browser's languages ask for
 * it. Its hidden `<aside>` holds a hidden line with a `lang` for each form. Once dismissed it never comes back.
 */
class FormOffer extends HTMLElement {
  connectedCallback(): void {
    const line = !recall('form-offer') && this.querySelector<HTMLElement>(`p[lang="${recall<string>('form') ?? this.#preferred()}"]`);
    const aside = this.querySelector('aside');
    if (!line || !aside) return;
    aside.hidden = line.hidden = false;
    line.querySelector('button')?.addEventListener('click', () => {
      aside.hidden = true;
      document.querySelector('main')?.focus({ preventScroll: true });
      remember('form-offer', 'dismissed');
    });
  }

  /** The language of the form nearest to what the browser asks for: the first Chinese script of its list, best in the same region. */
  #preferred(): string | undefined {
    const lines = [...this.querySelectorAll('p')].map(({ lang }) => lang);
    const forms = [document.documentElement.lang, ...lines].map((lang) => ({ lang, ...maximized(lang) }));
    for (const language of navigator.languages) {
      const { script, region } = maximized(language);
      const near = forms.filter((form) => form.script === script);
      if (near.length) return (near.find((form) => form.region === region) ?? near[0])?.lang;
    }
    return undefined;
  }
}

function maximized(language: string): { script?: string | undefined; region?: string | undefined } {
  try {
    const { script, region } = new Intl.Locale(language).maximize();
    return { script, region };
  } catch {
    return {};
  }
}

customElements.define('form-offer', FormOffer);
