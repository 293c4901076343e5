import styles from '../styles/notes.css?url';
import { loadLink } from './load-link.ts';
import { showSources } from './source-notes.ts';
import './term-note.ts';

// What comes when all else is there: sources beside the text, in a sheet, folded; notes of people and terms. The text works without.
await loadLink({ rel: 'stylesheet', href: styles });
if (document.querySelector('ol.sources')) showSources();
