import type { Point } from '../../article/article.ts';

/** The style by which the arcs of the row in hand stand out on the map; the style sheet makes the others step back. */
export function arcsStyle(points: Point[]): string {
  return points
    .map(({ number }) => {
      const row = `#n${number}:is(:hover,:focus-within)`;
      return `.map:has(${row}) .arcs :is([data-from="${number}"],[data-to="${number}"]){opacity:1;stroke-width:2.5}`;
    })
    .join('');
}
