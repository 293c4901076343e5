/// <reference lib="webworker" />
import type { SiteFiles } from './site-files.ts';

// The site's service worker, one plain script at `/sw.js`. A page comes from the network, or from the store, which then says so, where
// that fails or takes long; what has a digest in its name comes from the store; what the build does not list is left to the browser.
declare const self: ServiceWorkerGlobalScope;
/** The build writes it before this script. */
declare const siteFiles: SiteFiles;

/** How long the network may take where there is a stored copy, in milliseconds. */
const LIMIT = 2500;
/** How long a page that was asked for in advance is as good as asked for now, in milliseconds. */
const FRESH = 30_000;
const AT_ONCE = 3;
const { key, store, files, forms, hashed } = siteFiles;
const { scope } = self.registration;
const unchanging = new RegExp(hashed);
const ahead = new Map<string, { time: number; answer: Promise<Response> }>();

let filling: Promise<void> | undefined;
/** Whether anything may be stored; a worker that is ended goes on until its pages are closed. */
let keeps = true;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (!(event.source instanceof Client)) return;
  tell(event.source);
  keeps = event.data !== 'end';
  if (!keeps) event.waitUntil(caches.delete(store));
  if (event.data === 'fill') event.waitUntil((filling ??= fill(event.source.url).finally(() => (filling = undefined))));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === undefined || request.method !== 'GET') return;
  if (unchanging.test(path)) event.respondWith(fromStore(path, request));
  else if (path in files) event.respondWith(fromNetwork(path, event));
});

/** The path of an address below the base, a page's with its slash; undefined elsewhere. */
function pathOf(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (!(origin + pathname).startsWith(scope)) return undefined;
  const path = (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, '$1');
  return `${path}/` in files ? `${path}/` : path;
}

const isPage = (path: string): boolean => path === '' || path.endsWith('/');
/** The address under which a version of a file is stored. */
const entry = (path: string, version = files[path]): string => `${scope}${path}?${version}`;

/** Removes what workers of other kinds have stored for this site, takes its open pages, and tells each which version the site has now. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: 'window' })) tell(client);
  // In Firefox a page whose early answer fails is never shown, whatever the worker answers (Workbox 3134).
  if (!navigator.userAgent.includes('Firefox/')) await self.registration.navigationPreload?.enable();
  for (const name of await caches.keys()) if (name.startsWith(key) && name !== store) await caches.delete(name);
}

function tell(client: Client): void {
  const version = files[pathOf(client.url) ?? '/'];
  if (version) client.postMessage(version);
}

/** Whatever is stored of a file; undefined too where nothing can be stored. */
async function stored(path: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(store)).match(scope + path, { ignoreSearch: true });
  } catch {
    return undefined;
  }
}

async function fromStore(path: string, request: Request): Promise<Response> {
  const copy = await stored(path);
  if (copy) return copy;
  const response = await fetch(request);
  if (path in files) void keep(path, response.clone());
  return response;
}

/** What the network answers in time, unless a host is at fault; else the stored copy. A page that is loaded anew may take its time. */
async function fromNetwork(path: string, event: FetchEvent): Promise<Response> {
  const { request } = event;
  const opens = request.mode === 'navigate';
  const answer = (opens && askedAhead(path)) || early(event);
  event.waitUntil(answer.then((response) => keep(path, response.clone())).catch(() => undefined));
  if (!opens && isPage(path)) ahead.set(path, { time: Date.now(), answer: answer.then((response) => response.clone()) });
  const copy = await stored(path);
  if (!copy) return answer;
  const late = new Promise<undefined>((done) => request.cache === 'default' && setTimeout(done, LIMIT));
  const response = await Promise.race([answer, late]).catch(() => undefined);
  if (response && response.status < 500) return response;
  return opens ? saying(copy) : copy;
}

const early = async ({ preloadResponse, request }: FetchEvent): Promise<Response> => (await preloadResponse) ?? fetch(request);

/** The answer to a page that its reader was about to open a moment ago. */
function askedAhead(path: string): Promise<Response> | undefined {
  const asked = ahead.get(path);
  ahead.delete(path);
  return asked && Date.now() - asked.time < FRESH ? asked.answer : undefined;
}

/** A stored page that says so, and since when it has been stored. */
async function saying(copy: Response): Promise<Response> {
  const html = await copy.text();
  return new Response(html.replace('<html', `<html data-stored="${copy.headers.get('Date')}"`), { headers: copy.headers });
}

/**
 * Stores a file in the place of its other versions. A page tells its version itself; what tells none is not the site's, nor is a page in
 * the place of a file: a portal's, or a host's own.
 */
async function keep(path: string, response: Response): Promise<void> {
  if (!response.ok || (!isPage(path) && /html/.test(response.headers.get('Content-Type') ?? ''))) return;
  const body = isPage(path) ? await response.text() : await response.blob();
  const version = typeof body === 'string' ? /^[^>]*><html[^>]* data-version="(\w+)"/.exec(body)?.[1] : files[path];
  if (!version || !keeps) return;
  const cache = await caches.open(store);
  const headers = new Headers(response.headers);
  headers.set('Date', new Date().toUTCString());
  await cache.put(entry(path, version), new Response(body, { headers }));
  // Ended while it was on its way, after the page had cleared the store.
  if (!keeps) return void (await caches.delete(store));
  for (const { url } of await cache.keys(scope + path, { ignoreSearch: true })) if (url !== entry(path, version)) await cache.delete(url);
}

/** Stores what is missing, what a page needs that is open first; then forgets what the site no longer has. */
async function fill(url: string): Promise<void> {
  const formOf = (path = ''): string | undefined => forms.find((form) => path.startsWith(`${form}/`));
  const isLater = (path: string): number => Number(isPage(path) && formOf(path) !== formOf(pathOf(url)));
  const cache = await caches.open(store);
  const kept = (await cache.keys()).map((request) => request.url);
  const missing = Object.keys(files).filter((path) => !kept.includes(entry(path)));
  missing.sort((a, b) => isLater(a) - isLater(b));
  const work = async (): Promise<void> => {
    for (let path = missing.shift(); keeps && path !== undefined; path = missing.shift())
      await keep(path, await fetch(scope + path, { cache: 'no-cache', priority: 'low' }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const one of kept) if (!(pathOf(one)! in files)) await cache.delete(one);
}
