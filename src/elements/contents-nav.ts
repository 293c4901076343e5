/** `<contents-nav>`: marks the link to the section that stands at the reading line, a third down the screen. */
class ContentsNav extends HTMLElement {
  connectedCallback(): void {
    const links = new Map([...this.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) links.get(target.id)!.ariaCurrent = isIntersecting ? 'true' : null;
      },
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const id of links.keys()) observer.observe(document.getElementById(id)!);
  }
}

customElements.define('contents-nav', ContentsNav);
