import { part } from './parts.ts';

/** `<contents-nav>`: marks the link to the section that stands at the reading line, a third down the screen. */
class ContentsNav extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const sections = links.map(({ hash }) => part(this, hash, Element, document));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const link = links[sections.indexOf(target)];
          if (isIntersecting) link?.setAttribute('aria-current', 'true');
          else link?.removeAttribute('aria-current');
        }
      },
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const section of sections) observer.observe(section);
  }
}

customElements.define('contents-nav', ContentsNav);
