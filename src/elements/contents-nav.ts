import { part } from './parts.ts';

/** `<contents-nav>`: marks the link to the section that is being read, the last that begins in the upper third of the screen or above. */
class ContentsNav extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const sections = links.map(({ hash }) => part(this, hash, Element, document));
    const observer = new IntersectionObserver(
      () => {
        const tops = sections.map((section) => section.getBoundingClientRect().top);
        const read = Math.max(...tops.filter((top) => top < innerHeight / 3));
        links.forEach((link, index) => {
          if (tops[index] === read) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        });
      },
      { rootMargin: '0px 0px -67% 0px' },
    );
    for (const section of sections) observer.observe(section);
  }
}

customElements.define('contents-nav', ContentsNav);
