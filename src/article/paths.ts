import { formPath, forms } from '../text/forms.ts';
import type { Article, Point, RemovedPoint } from './article.ts';
import { hasTimeline } from './events.ts';
import { hasTerms } from './terms.ts';
import { readArticle } from './read.ts';

/** What a route of a form is given. */
export interface FormProps {
  article: Article;
}

/** What a route of a point is given. */
export interface PointProps extends FormProps {
  point: Point;
}

/** What the page of a point that was taken out is given. */
export interface RemovedProps extends FormProps {
  removed: RemovedPoint;
}

/** The paths of a route that every written form has once. */
export async function formPaths() {
  const articles = await Promise.all(forms.map(readArticle));
  return articles.map((article) => ({ params: { form: formPath(article.form) }, props: { article } satisfies FormProps }));
}

/** The paths of what tells of people and terms: none where there are none. */
export const termPaths = async () => (await formPaths()).filter(({ props }) => hasTerms(props.article));

/** The paths of what tells of events and what to watch: none where there is nothing to tell. */
export const timelinePaths = async () => (await formPaths()).filter(({ props }) => hasTimeline(props.article));

/** The paths of a route that every point has in every written form. */
export async function pointPaths() {
  return (await formPaths()).flatMap(({ params: { form }, props: { article } }) =>
    article.points.map((point) => ({ params: { form, point: String(point.number) }, props: { article, point } satisfies PointProps })),
  );
}

/** The paths of the pages that points which were taken out keep in every written form. */
export async function removedPaths() {
  return (await formPaths()).flatMap(({ params: { form }, props: { article } }) =>
    article.removed.map((removed) => ({
      params: { form, removed: String(removed.number) },
      props: { article, removed } satisfies RemovedProps,
    })),
  );
}
