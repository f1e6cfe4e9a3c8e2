// Stands at the service worker's address when a paper is not to be kept offline: takes away whatever an earlier one
// kept of this paper, and itself.
oninstall = () => skipWaiting();
onactivate = event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(`newsprint ${registration.scope} `)) await caches.delete(name);
  await registration.unregister();
})());
