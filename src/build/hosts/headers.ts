/** What a host sends with every file, its policy apart: no guessing of types, no address told to other sites, nothing of the device. */
export const firmHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
};

/** A pattern of paths below the base path, as JavaScript, nginx and Caddy all read it. */
export function below(base: string, pattern: string): string {
  return `^${base.replace(/[.*+?^$()|]/g, '\\$&')}${pattern}`;
}

/** Files with a digest in their names: their content never changes. A pattern for `below`. */
export const HASHED = '(_astro/|fonts/.+\\.woff2$)';

/** How long a browser may keep a file with a digest in its name, and any other: a year; until the host was asked whether it is still so. */
export const CACHE = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** What is there for hosts and not for readers. A pattern for `below`. */
export const FOR_HOSTS = '_(hosts/|headers$|redirects$)';
