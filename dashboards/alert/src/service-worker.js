// Keeps the page's own files so that it opens without a network. What is declared is kept and sent by the page itself.
const CACHE = `vigie-alerte-${'__VERSION__'}`;
const FILES = ['__FILES__'];
const PAGE = '/alerte/';

const keepShell = async () => {
	const cache = await caches.open(CACHE);
	// Past the browser's own cache, which may hold the page of the version before.
	await cache.put(PAGE, await fetch(PAGE, { cache: 'reload' }));
	await cache.addAll(FILES.map((file) => PAGE + file));
	await self.skipWaiting();
};

const takeOver = async () => {
	const old = (await caches.keys()).filter((name) => name.startsWith('vigie-alerte-') && name !== CACHE);
	await Promise.all(old.map((name) => caches.delete(name)));
	await self.clients.claim();
};

/** The page comes from the network when there is one, else as it was kept. */
const openPage = (request) =>
	fetch(request).catch(async () => (await caches.match(PAGE)) ?? Response.error());

/** Built files carry their hash in their name: once kept, they never change. */
const openAsset = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
	const { pathname, origin } = new URL(event.request.url);
	if (event.request.method !== 'GET' || origin !== self.location.origin) return;
	if (event.request.mode === 'navigate' && pathname === PAGE) event.respondWith(openPage(event.request));
	else if (pathname.startsWith(`${PAGE}assets/`)) event.respondWith(openAsset(event.request));
});
