import { loadMasterLists } from '../visma/load-master-data.ts';
import type { MasterArticle } from '../visma/master-data.ts';
import { allActivities, articleNames, isGuid, resolveArticle, type ActivityLink } from './activities.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { error } from './problem.ts';
import { reporting } from './report-events.ts';
import { openSession } from './session.ts';

/** Links an activity to an article of Visma. */
export interface LinkActivityRequest {
  readonly tenantId: string;
  readonly activityId: string;
  /** The article's GUID, its number, or words of its name that fit exactly one active article. Null takes the link away. */
  readonly article: string | null;
  /** Finds the article and changes nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** The activity with its link as it now is (or, in a preview, would be). */
export interface LinkedActivity {
  readonly activityId: string;
  readonly activityName: string;
  readonly article: MasterArticle | null;
  readonly outcome: 'linked' | 'unchanged' | 'unlinked';
}

/** An activity in the view of all links. */
export interface ActivityView {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly link: ActivityLink;
}

/**
 * Links an activity by GUID, by article number or by search. The GUID is what gets stored. An article that is unknown
 * (also: of another company), inactive or ambiguous (also: a number that several articles share) is refused with a
 * `ConnectorError` of code `article`.
 */
export async function linkActivity(context: ConnectorContext, request: LinkActivityRequest): Promise<LinkedActivity> {
  const { tenantId, activityId, preview, signal } = request;
  return reporting(
    context,
    { useCase: 'linkActivity', tenantId, preview },
    async () => {
      const session = await openSession(context, tenantId, { preview });
      const account = session.scope.sourceAccountId;
      const store = context.parts.source.activities;
      const [activity] = await store.get(account, [activityId], signal);
      if (!activity) {
        throw new ConnectorError('activity-unknown', `There is no activity ${activityId}.`, 'Choose an activity of this account.');
      }
      const article = request.article === null ? null : await find(context, session.client, request.article, signal);
      const entered = article?.id ?? null;
      const result = { activityId, activityName: activity.name, article };
      if (activity.article === entered) {
        return { ...result, outcome: 'unchanged' as const };
      }
      if (preview !== true && (await store.setArticle(account, activityId, entered, activity.article)) !== 'set') {
        throw new ConnectorError('busy', `The activity ${activity.name} was changed by someone else meanwhile.`, 'Try again.');
      }
      return { ...result, outcome: article === null ? ('unlinked' as const) : ('linked' as const) };
    },
    (result) => ({ [result.outcome]: 1 }),
  );
}

/** All activities with what their links lead to: which are linked, which are not, which are broken. */
export async function listActivities(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly signal?: AbortSignal },
): Promise<readonly ActivityView[]> {
  const session = await openSession(context, request.tenantId);
  const { articles } = await loadMasterLists(session.client, {
    lists: ['articles'],
    pageSize: context.pageSize,
    signal: request.signal,
  });
  const activities = await allActivities(context, session);
  return activities.map(({ id, name, active, article }) => ({ id, name, active, link: resolveArticle(article, articles) }));
}

async function find(
  context: ConnectorContext,
  client: Parameters<typeof loadMasterLists>[0],
  entered: string,
  signal: AbortSignal | undefined,
): Promise<MasterArticle> {
  const { articles } = await loadMasterLists(client, { lists: ['articles'], pageSize: context.pageSize, signal });
  const exact = resolveArticle(entered, articles);
  switch (exact.state) {
    case 'linked':
      return exact.article;
    case 'inactive':
      throw refusal(`Article ${exact.article.number} ${exact.article.name} is not active.`, 'Choose an active article, or activate it in Visma.');
    case 'unlinked':
      throw refusal('No article was entered.', 'Enter a GUID, an article number or words of the name.');
    case 'unknown':
      if (exact.sharedBy) {
        throw refusal(`Several articles have the number ${exact.entered}: ${articleNames(exact.sharedBy)}.`, 'Enter the GUID of one of them, or give each a number of its own in Visma.');
      }
      break;
  }
  if (isGuid(entered)) {
    throw refusal(`Article ${entered.trim()} does not exist in the connected company.`, 'Copy the GUID again; an article of another company cannot be linked.');
  }
  const words = entered.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const hits = articles.filter(
    (article) => article.isActive && words.every((word) => `${article.number} ${article.name}`.toLowerCase().includes(word)),
  );
  const [only] = hits;
  if (only && hits.length === 1) {
    return only;
  }
  throw hits.length === 0
    ? refusal(`No active article fits "${entered.trim()}".`, 'Search by other words, by number or by GUID.')
    : refusal(
        `"${entered.trim()}" fits ${hits.length} articles: ${hits.slice(0, 5).map((each) => `${each.number} ${each.name}`).join(', ')}.`,
        'Enter the number or the GUID of one of them.',
      );
}

function refusal(message: string, remedy: string): ConnectorError {
  return new ConnectorError('article', message, remedy, [error('article', 'article', message, remedy)]);
}
