import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { pathTo } from '../../article/site.ts';
import { colours } from '../../cards/colours.ts';
import { manifestIcons } from '../../cards/icon.ts';
import { master } from '../../text/forms.ts';
import { nameAndTitle } from '../../text/phrases.ts';

export const getStaticPaths = formPaths;

/** What a system shows of the site where it is installed; the forms are one application, whose reader may switch. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) => {
  const { form, site } = article;
  const manifest = {
    id: pathTo(master, ''),
    name: nameAndTitle(site, '｜'),
    short_name: site.name,
    description: site.description,
    lang: form.lang,
    dir: 'ltr',
    start_url: pathTo(form, ''),
    scope: pathTo(master, ''),
    display: 'minimal-ui',
    background_color: colours.paper,
    theme_color: colours.red,
    icons: Object.entries(manifestIcons).map(([name, { size }]) => ({
      src: pathTo(form, `icon-${name}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: name === 'maskable' ? name : 'any',
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
