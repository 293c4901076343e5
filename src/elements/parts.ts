/**
 * A part that an element cannot do without, in it or elsewhere in the page.
 * @throws an error that names the element and the part, where it is missing or of another kind
 */
export function part(host: Element, selector: string): HTMLElement;
export function part<E extends Element>(host: Element, selector: string, kind: new () => E, root?: ParentNode): E;
export function part(host: Element, selector: string, kind: new () => Element = HTMLElement, root: ParentNode = host): Element {
  const found = root.querySelector(selector);
  return found instanceof kind ? found : missing(host, selector);
}

/**
 * An attribute that an element cannot do without.
 * @throws an error that names the element and the attribute, where it is missing
 */
export const setting = (host: Element, attribute: string): string => host.getAttribute(attribute) ?? missing(host, attribute);

function missing({ localName }: Element, what: string): never {
  throw new Error(`<${localName}> needs ${what}`);
}
