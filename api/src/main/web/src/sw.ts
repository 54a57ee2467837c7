/**
 * The service worker of the booth: the page, its scripts, styles and pictures are there without a network, from the first visit
 * on. It never keeps a ballot or an answer about polls: those are the page's own affair. It is one file, and imports nothing:
 * browsers that are some years old could not load more.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const PAGE = '/booth';
const FILES = 'urne-booth-files';
const BLOBS = 'urne-blobs';
const STORE = 'urne-booth';
const SYNC = 'urne-ballots';

worker.addEventListener('install', (event) => {
  event.waitUntil(update().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(prune().catch(() => undefined).then(() => worker.clients.claim()));
});

/** The page, and what the server says that it consists of; the names of those files change with their content. */
async function listed(): Promise<Set<string>> {
  const answer = await fetch(`${PAGE}/files.json`, { cache: 'no-store', credentials: 'omit' });
  return new Set([PAGE, ...((await answer.json()) as readonly string[])]);
}

/** Fetches the page and the files that are new, all of them or nothing: page and files always fit together. */
async function update(): Promise<void> {
  const files = await caches.open(FILES);
  const kept = new Set((await files.keys()).map(({ url }) => new URL(url).pathname));
  const wanted = [...(await listed())].filter((file) => file === PAGE || !kept.has(file));
  await files.addAll(wanted.map((file) => new Request(file, { cache: 'no-cache', credentials: 'omit' })));
}

/** Forgets what the server lists no more; not under a page that may still load it. */
async function prune(): Promise<void> {
  const files = await caches.open(FILES);
  const wanted = await listed();
  if ((await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 0) {
    return;
  }
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
  const kept = await caches.match(PAGE, { cacheName: FILES, ignoreVary: true });
  if (!kept) {
    return fetch(request);
  }
  meanwhile(update().catch(() => undefined));
  return kept;
}

async function keptFirst(cacheName: string, request: Request): Promise<Response> {
  const kept = await caches.match(request.url, { cacheName, ignoreVary: true });
  if (!kept) {
    return fetch(request);
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '');
  return range ? part(await kept.blob(), Number(range[1]), range[2] ? Number(range[2]) : Infinity) : kept;
}

/** The bytes of a recording that a player asks for (RFC 9110, section 14): some play nothing without. */
function part(whole: Blob, first: number, last: number): Response {
  if (first >= whole.size) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${whole.size}` } });
  }
  const end = Math.min(last, whole.size - 1);
  return new Response(whole.slice(first, end + 1, whole.type), {
    status: 206,
    headers: {
      'Content-Range': `bytes ${first}-${end}/${whole.size}`,
      'Content-Length': String(end + 1 - first),
      'Content-Type': whole.type,
    },
  });
}

/** Ballots as the page keeps them (booth/store.ts). */
interface WaitingBallot {
  readonly ballot: { readonly poll: string };
  readonly by: string;
}

/** A sign of the browser that there is a network again, where it gives one. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

worker.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SYNC) {
    sync.waitUntil(sendWaiting());
  }
});

/**
 * Sends what waits while no page is open. It takes nothing out of the store: the page sends the same bytes again, is told that
 * they are in, and only then forgets them. Fails where there is no network, and is called again later.
 */
async function sendWaiting(): Promise<void> {
  for (const { ballot, by } of await waiting()) {
    await fetch(`/api/polls/${ballot.poll}/ballots?by=${by}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(ballot),
      credentials: 'omit',
      cache: 'no-store',
    });
  }
}

function waiting(): Promise<readonly WaitingBallot[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(STORE);
    opening.onupgradeneeded = () => opening.transaction?.abort(); // there is no store yet, and the page is to make it
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const store = opening.result;
      const all = store.transaction('ballots').objectStore('ballots').getAll() as IDBRequest<WaitingBallot[]>;
      all.onerror = () => reject(new Error('the store cannot be read'));
      all.onsuccess = () => {
        store.close();
        resolve(all.result);
      };
    };
  });
}

export {};
