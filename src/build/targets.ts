/**
 * The oldest engines in which every page reads, links, switches its script, shows its sources and prints: the first with cascade
 * layers, as esbuild names them. Vite writes styles and scripts so that they understand them.
 */
export const targets = ['chrome99', 'edge99', 'firefox100', 'safari15.4', 'ios15.4'];
