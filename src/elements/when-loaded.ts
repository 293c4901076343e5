// What may come when all else is there, for the page works without it.
import styles from '../styles/notes.css?url';
import { fetchAhead } from './fetch-ahead.ts';
import { followSite } from './follow-site.ts';
import './form-offer.ts';
import { loadLink } from './load-link.ts';
import { offerPrint } from './print-button.ts';
import { layOutUnseen, whenSeen } from './prepared.ts';
import './printed-addresses.ts';
import './relation-preview.ts';
import { tellChanges } from './since-visit.ts';
import { showSources } from './source-notes.ts';
import './term-note.ts';

offerPrint();
layOutUnseen();
whenSeen(tellChanges);
whenSeen(followSite);
whenSeen(fetchAhead);
if (document.querySelector('device-settings')) import('./device-settings.ts').catch(() => undefined);
// Without their styles sources stay the list that their numbers lead to.
await loadLink({ rel: 'stylesheet', href: styles });
if (document.querySelector('ol.sources')) showSources();
