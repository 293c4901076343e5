import { part } from './parts.ts';

/** `<contents-nav>`: marks the link to the section that is being read, the last that begins in the upper third of the screen or above. */
class ContentsNav extends HTMLElement {
  connectedCallback(): void {
    const parts = [...this.querySelectorAll('a')].map((link) => ({ link, section: part(this, link.hash, Element, document) }));
    const isBefore = (one: Node, other: Node): boolean => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    parts.sort((one, other) => (isBefore(one.section, other.section) ? 1 : -1));
    const inSight = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) inSight[isIntersecting ? 'add' : 'delete'](target);
        const read = parts.find(({ section }) => inSight.has(section));
        for (const { link } of parts) {
          if (link === read?.link) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      },
      { rootMargin: '0px 0px -67% 0px' },
    );
    for (const { section } of parts) observer.observe(section);
  }
}

customElements.define('contents-nav', ContentsNav);
