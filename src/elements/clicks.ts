/** The nearest element that a selector names, from where an event happened upwards; undefined where there is none of the kind. */
export function above(event: Event, selector: string): HTMLElement | undefined;
export function above<E extends Element>(event: Event, selector: string, kind: new () => E): E | undefined;
export function above({ target }: Event, selector: string, kind: new () => Element = HTMLElement): Element | undefined {
  const found = target instanceof Element && target.closest(selector);
  return found instanceof kind ? found : undefined;
}

/** Whether a click is meant for the browser: to open the link in a new tab or window, or to save it. */
export const leavesToBrowser = (click: MouseEvent): boolean => click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
