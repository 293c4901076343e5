// What may come when all else is there, for the page works without it.
import styles from '../styles/notes.css?url';
import { loadLink } from './load-link.ts';
import { showSources } from './source-notes.ts';
import './printed-addresses.ts';
import './relation-preview.ts';
import './since-visit.ts';
import './term-note.ts';

await loadLink({ rel: 'stylesheet', href: styles });
if (document.querySelector('ol.sources')) showSources();
