/** What this device remembers under a key; undefined where nothing is, or where storage is forbidden or spoilt. */
export function recall<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value on this device, or forgets it where there is none. Does nothing where storage is forbidden or full. */
export function remember(key: string, value?: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page works without memory.
  }
}
