import type { SourceActivity } from '../ports/activity-store.ts';
import type { MasterArticle } from '../visma/master-data.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/** All activities of the account. */
export function allActivities(context: ConnectorContext, session: Session): Promise<SourceActivity[]> {
  return allPages((page) => context.parts.source.activities.page(session.scope.sourceAccountId, page));
}

/**
 * What the link of an activity leads to. `unknown`: to no article, or to no single one: then `sharedBy` has all articles,
 * active or not, that carry the entered number.
 */
export type ActivityLink =
  | { readonly state: 'linked'; readonly article: MasterArticle }
  | { readonly state: 'inactive'; readonly article: MasterArticle }
  | { readonly state: 'unknown'; readonly entered: string; readonly sharedBy?: readonly MasterArticle[] }
  | { readonly state: 'unlinked' };

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an article's GUID. */
export function isGuid(text: string): boolean {
  return guidPattern.test(text.trim());
}

/** Finds the article that was entered, by GUID or by article number. A number that several articles share finds none. */
export function resolveArticle(entered: string | null, articles: readonly MasterArticle[]): ActivityLink {
  const text = (entered ?? '').trim();
  if (text === '') {
    return { state: 'unlinked' };
  }
  const hits = isGuid(text)
    ? articles.filter((each) => each.id.toLowerCase() === text.toLowerCase())
    : articles.filter((each) => each.number === text);
  const [article] = hits;
  if (hits.length > 1) {
    return { state: 'unknown', entered: text, sharedBy: hits };
  }
  if (!article) {
    return { state: 'unknown', entered: text };
  }
  return { state: article.isActive ? 'linked' : 'inactive', article };
}

/** Articles for a person to tell apart, also where they share a number. */
export function articleNames(articles: readonly MasterArticle[]): string {
  return articles.map(({ number, name, id, isActive }) => `${number} ${name} (${id}${isActive ? '' : ', not active'})`).join(' and ');
}
