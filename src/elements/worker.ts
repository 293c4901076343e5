import { memoryKey } from '../text/memory-key.ts';
import { recall } from './device-memory.ts';
import { isThrifty } from './thrift.ts';

interface Trusting {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } };
}

const scope = import.meta.env.BASE_URL;
const address = `${scope}sw.js`;
/** How long a reader stays before the rest of the site is stored, and is away before the site is asked for changes. Milliseconds. */
const STAYS = 3000;
const AWAY = 600_000;

/**
 * Starts the site's worker, has it store the site once the page is at rest, and hands on what it says of the page: the version that the
 * site has now. Does nothing where there are no workers or the reader wants none.
 */
export async function registerWorker(told: (version: unknown) => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker || recall('offline')) return;
  serviceWorker.addEventListener('message', ({ data }) => told(data));
  // `register` takes no plain text where trusted types are required.
  const trusted = (window as Trusting).trustedTypes?.createPolicy('worker', { createScriptURL: (url) => url });
  try {
    // A browser that forbids workers may answer with nothing.
    const registration: ServiceWorkerRegistration | undefined = await serviceWorker.register(trusted?.createScriptURL(address) ?? address, {
      scope,
      updateViaCache: 'none',
    });
    if (!registration) return;
    const ask = (): void => {
      if (recall('offline')) return;
      registration.active?.postMessage(isThrifty() ? '' : 'fill');
      // Browsers look for a new worker themselves, but late: while there is traffic they wait.
      registration.update().catch(() => undefined);
    };
    setTimeout(() => (window.requestIdleCallback ?? setTimeout)(ask), STAYS);
    let left = Date.now();
    const returned = (): void => {
      if (!document.hidden && Date.now() - left > AWAY) ask();
      left = Date.now();
    };
    document.addEventListener('visibilitychange', returned);
    window.addEventListener('pageshow', ({ persisted }) => persisted && ask());
  } catch {
    // A browser that forbids it, or a host that sends it as something else.
  }
}

/** The site's stores in this browser. */
const ours = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(memoryKey(scope, '')));

/** How many files the worker has stored. */
export async function storedFiles(): Promise<number> {
  const stores = await Promise.all((await ours()).map((name) => caches.open(name)));
  const files = await Promise.all(stores.map((store) => store.keys()));
  return files.flat().length;
}

/** Ends the site's worker and removes what it has stored. */
export async function removeWorker(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) {
    if (new URL(registration.scope).pathname !== scope) continue;
    registration.active?.postMessage('end');
    await registration.unregister();
  }
  for (const name of await ours()) await caches.delete(name);
}
