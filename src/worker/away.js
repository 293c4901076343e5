// In the place of the worker while editing: whatever a built site has left at this address goes.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));
