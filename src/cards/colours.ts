/** The colours of what is drawn: the light ones of `src/styles/tokens.css`, which a test compares, and the red that is read on ink. */
export const colours = { paper: '#fbfcfb', ink: '#14161a', red: '#9c120c', redOnInk: '#ff9d8f' };
