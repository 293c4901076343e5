import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { iconPng, manifestIcons, type IconSize } from '../../cards/icon.ts';

/** The icons that the manifest names, in every written form. */
export async function getStaticPaths() {
  return (await formPaths()).flatMap(({ params, props: { article } }) =>
    Object.entries(manifestIcons).map(([name, icon]) => ({ params: { ...params, name }, props: { article, icon } })),
  );
}

export const GET: APIRoute<FormProps & { icon: IconSize }> = async ({ props: { article, icon } }) =>
  new Response(new Uint8Array(await iconPng(article, icon)), { headers: { 'Content-Type': 'image/png' } });
