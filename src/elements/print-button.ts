/** The button at the end of the whole that prints it, which waits for script; a point has its own beside its share panel. */
export function offerPrint(): void {
  const button = document.querySelector<HTMLElement>('main > [data-print]');
  if (!button) return;
  button.removeAttribute('data-waiting');
  button.onclick = () => print();
}
