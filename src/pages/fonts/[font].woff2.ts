import type { APIRoute } from 'astro';
import { displayFont } from '../../article/font.ts';
import { forms } from '../../text/forms.ts';

/** One display font file per written form. */
export async function getStaticPaths() {
  return Promise.all(
    forms.map(async (form) => {
      const { bytes, path } = await displayFont(form);
      return { params: { font: path.replace(/^fonts\/|\.woff2$/g, '') }, props: { bytes } };
    }),
  );
}

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) =>
  new Response(props.bytes, { headers: { 'Content-Type': 'font/woff2' } });
