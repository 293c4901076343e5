// What every page runs at once, in one file; what a reader has to ask for is imported by these when asked.
import './form-switch.ts';
import './theme-switch.ts';
import './contents-nav.ts';
import './share-panel.ts';
import './unit-links.ts';

// What the page works without comes when all else is there.
onload = () => import('./when-loaded.ts').catch(() => {});
