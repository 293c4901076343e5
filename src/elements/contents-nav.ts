/** `<contents-nav>`: marks the link to the section that stands at the reading line, a third down the screen. */
class ContentsNav extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = new Map([...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => [link.hash.slice(1), link]));
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) links.get(target.id)?.setAttribute('aria-current', 'true');
          else links.get(target.id)?.removeAttribute('aria-current');
        }
      },
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) this.#observer.observe(section);
    }
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define('contents-nav', ContentsNav);
