/**
 * The service worker of the booth: the page, its scripts, styles and pictures are there without a network, from the first visit
 * on. It never keeps a ballot or an answer about polls: those are the page's own affair.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const PAGE = '/booth';
const FILES = 'urne-booth-files';
const BLOBS = 'urne-blobs';

worker.addEventListener('install', (event) => {
  event.waitUntil(update().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(prune().then(() => worker.clients.claim()));
});

async function listed(): Promise<string[]> {
  const answer = await fetch(`${PAGE}/files.json`, { cache: 'no-store', credentials: 'omit' });
  return [PAGE, ...((await answer.json()) as string[])];
}

/** Fetches what the server lists, all of it or nothing. What was kept before stays: a page that is open may still load it. */
async function update(): Promise<void> {
  const files = await caches.open(FILES);
  await files.addAll((await listed()).map((file) => new Request(file, { cache: 'no-cache', credentials: 'omit' })));
}

/** Forgets what the server lists no more, once a new worker begins. */
async function prune(): Promise<void> {
  const files = await caches.open(FILES);
  const wanted = new Set(await listed());
  for (const kept of await files.keys()) {
    if (!wanted.has(new URL(kept.url).pathname)) {
      await files.delete(kept);
    }
  }
}

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) {
    return;
  }
  if (pathname === PAGE) {
    event.respondWith(page(event.request, (work) => event.waitUntil(work)));
  } else if (pathname.startsWith('/app/') || pathname.startsWith('/assets/')) {
    event.respondWith(keptFirst(FILES, event.request));
  } else if (pathname.startsWith('/api/blobs/')) {
    event.respondWith(keptFirst(BLOBS, event.request));
  }
});

/** The page as it is kept; a newer one is fetched for the next time. */
async function page(request: Request, meanwhile: (work: Promise<unknown>) => void): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: FILES });
  if (!kept) {
    return fetch(request);
  }
  meanwhile(update().catch(() => undefined));
  return kept;
}

async function keptFirst(cacheName: string, request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request);
}

export {};
