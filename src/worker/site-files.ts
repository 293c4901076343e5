/** What the build tells the worker of the site. */
export interface SiteFiles {
  /** What the names of all its stores begin with; other sites on the same origin have others. */
  key: string;
  /** The name of its store. */
  store: string;
  /** The files that are kept, by their paths below the base, a page's without `index.html`, each with what tells its versions apart. */
  files: Record<string, string>;
  /** The folders of the written forms that have one. */
  forms: string[];
  /** Which files never change, as a pattern of paths below the base. */
  hashed: string;
}
