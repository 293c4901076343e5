/** Licences (SPDX) under which a package may be used to build the site and be shown to readers with it. */
const SHIPPED = [
  ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'CC0-1.0', 'Python-2.0'],
  // Fonts: subsets are shipped, with the licence beside them.
  ['OFL-1.1'],
].flat();
/** Those of tools that run while the site is built; nothing of them is in it. */
const TOOLS = ['MPL-2.0', 'LGPL-3.0-or-later'];

/** A package of `package-lock.json`, version 3. */
export interface LockedPackage {
  version?: string;
  license?: string;
  integrity?: string;
  link?: boolean;
}

/** A package with its licence, an SPDX expression; undefined where nobody says it. */
export interface Licensed {
  name: string;
  version: string;
  licence: string | undefined;
}

/**
 * The packages of a lockfile and their licences.
 * @param own asks a package itself, by its folder, where the lockfile says nothing
 */
export function licencesOf(packages: Record<string, LockedPackage>, own: (folder: string) => string | undefined): Licensed[] {
  return Object.entries(packages)
    .filter(([folder, { link }]) => folder && !link)
    .map(([folder, { version = '', license }]) => ({
      name: folder.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? own(folder),
    }));
}

/** Whether an SPDX expression allows the use: each part that AND joins, one of those that OR joins. */
export function isAllowed(licence: string | undefined): boolean {
  const parts = (licence ?? '').replace(/[()]/g, '').split(/ AND /);
  return parts.every((part) => part.split(/ OR /).some((name) => SHIPPED.includes(name) || TOOLS.includes(name)));
}
