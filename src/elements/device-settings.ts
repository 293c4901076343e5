import { fill } from '../text/fill.ts';
import { isKept, recall, remember, type KeptName } from './device-memory.ts';
import { inTime } from './in-time.ts';
import { part, setting } from './parts.ts';
import { registerWorker, removeWorker, storedFiles } from './worker.ts';

/**
 * `<device-settings>`: lists what this browser keeps for the site, clears it, and switches on or off that pages are stored for reading
 * offline.
 */
class DeviceSettings extends HTMLElement {
  #offline = part(this, 'input', HTMLInputElement);
  #clear = part(this, 'button', HTMLButtonElement);
  #files = part(this, '[data-files]');
  #none = part(this, '[data-none]');
  #kept = [...this.querySelectorAll<HTMLElement>('[data-kept]')];

  connectedCallback(): void {
    const canStore = 'serviceWorker' in navigator && 'caches' in window;
    this.#offline.disabled = !canStore;
    this.#offline.checked = canStore && !recall('offline');
    this.#offline.addEventListener('change', () => void this.#switch());
    this.#clear.addEventListener('click', () => void this.#forget());
    void this.#show().finally(() => this.removeAttribute('data-waiting'));
  }

  async #show(): Promise<void> {
    const files = await inTime(storedFiles()).catch(() => 0);
    this.#files.hidden = !files;
    this.#files.textContent = fill(setting(this.#files, 'data-files'), { n: files });
    for (const row of this.#kept) row.hidden = !isKept(row.dataset.kept as KeptName);
    this.#none.hidden = files > 0 || this.#kept.some((row) => !row.hidden);
  }

  async #switch(): Promise<void> {
    remember('offline', this.#offline.checked ? undefined : 'off');
    await (this.#offline.checked ? registerWorker(() => undefined) : removeWorker()).catch(() => undefined);
    await this.#show();
  }

  /** All but the choice that nothing be stored. Where the worker is wanted it begins anew with the next page. */
  async #forget(): Promise<void> {
    for (const row of this.#kept) remember(row.dataset.kept as KeptName);
    await removeWorker().catch(() => undefined);
    await this.#show();
  }
}

customElements.define('device-settings', DeviceSettings);
