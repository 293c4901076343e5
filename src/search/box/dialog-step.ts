import { above, leavesToBrowser } from '../../elements/clicks.ts';

/** What the step of an open dialog has in history. */
const STEP = 'dialog';

/**
 * Makes of a dialog, while it is open, a step of the page's history: Back closes it and leaves the reader on the page. Closed in another
 * way it takes the step back; where a link or a form in it leads on, that takes the step's place.
 */
export function makeStep(dialog: HTMLDialogElement): void {
  let returns = false;
  const follow = (): void => {
    const isStep = history.state === STEP;
    if (dialog.open && !isStep) history.pushState(STEP, '');
    else if (!dialog.open && isStep && !returns) {
      returns = true;
      history.back();
    }
  };
  const lead = (event: Event, address: string): void => {
    if (history.state !== STEP) return;
    event.preventDefault();
    history.replaceState(null, '');
    // Lest a page that the browser keeps comes back with an open dialog and no step.
    dialog.close();
    // When the box has remembered what it must.
    setTimeout(() => location.replace(address));
  };
  new MutationObserver(follow).observe(dialog, { attributeFilter: ['open'] });
  addEventListener('popstate', () => {
    if (returns) returns = false;
    else dialog.close();
    follow();
  });
  dialog.addEventListener(
    'click',
    (event) => {
      const link = above(event, 'a', HTMLAnchorElement);
      // The note of the page loads it anew itself.
      if (link && !link.closest('page-note') && !leavesToBrowser(event)) lead(event, link.href);
    },
    true,
  );
  dialog.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
    const query = { q: String(new FormData(event.target).get('q')) };
    lead(event, `${event.target.action}?${String(new URLSearchParams(query))}`);
  });
  follow();
}
