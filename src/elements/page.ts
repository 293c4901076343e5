// What every page runs at once, in one file; what a reader has to ask for is imported by these when asked.
import './form-switch.ts';
import './theme-switch.ts';
import './contents-nav.ts';
import './form-offer.ts';
import './share-panel.ts';
import './unit-links.ts';

// Sources beside the text, in a sheet, folded: when all else is there, for the text and its list of sources work without.
if (document.querySelector('ol.sources')) onload = () => import('./source-notes.ts').catch(() => {});
