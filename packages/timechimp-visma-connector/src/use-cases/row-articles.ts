import { invoiceNumberText, type Invoice } from '@x/billing-core';
import { itemKey } from '../ports/item-ref.ts';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { NamedArticle } from '../settings/sales-entry-policy.ts';
import type { MasterArticle } from '../visma/master-data.ts';
import { isGuid, resolveArticle } from './activities.ts';
import { billingActivities } from './billing-customers.ts';
import { error, warning, type Problem } from './problem.ts';

/** How the codes of invoice rows lead to articles, and so to revenue accounts. */
export interface RowArticles {
  /** Every article with the codes under which rows may name it: those of the activities linked to it. */
  readonly named: readonly NamedArticle[];
  /** What is wrong with the codes on this invoice. An error where the article that decides the account is not known. */
  check(invoice: Invoice): readonly Problem[];
}

/**
 * Reads the links of activities for sales entries. A row carries the code of its activity or the article that was entered
 * there, and nothing else of it. A link to an article that is not active still leads to that article's account, with a
 * warning: the invoice was sent, and its row keeps its code whatever the activity is linked to now. A link to an article
 * that does not exist here leads to no account, and the default would be a guess: an error.
 */
export function rowArticles(activities: readonly SourceActivity[], articles: readonly MasterArticle[]): RowArticles {
  const codesOf = new Map<string, string[]>();
  const known = new Set<string>();
  const wrong = new Map<string, Problem>();
  const { broken } = billingActivities(activities, articles);
  for (const activity of activities) {
    const link = resolveArticle(activity.article, articles);
    const codes = [activity.content.code ?? '', activity.article ?? ''].filter((code) => normal(code) !== '');
    codes.forEach((code) => known.add(normal(code)));
    const problem = broken.get(activity.id);
    if (problem) {
      // A broken link outweighs an inactive one where two activities share a code.
      const isLost = link.state === 'unknown' && link.sharedBy === undefined;
      codes.filter((code) => isLost || !wrong.has(normal(code))).forEach((code) => wrong.set(normal(code), isLost ? problem : { ...problem, severity: 'warning' }));
    }
    const found = link.state === 'linked' || link.state === 'inactive' ? [link.article] : link.state === 'unknown' ? (link.sharedBy ?? []) : [];
    found.forEach(({ id }) => codesOf.set(id, [...(codesOf.get(id) ?? []), ...codes]));
  }
  const byName = new Map(articles.flatMap((article) => [[normal(article.id), article], [normal(article.number), article]] as const));
  return {
    named: articles.map((article) => ({ article, codes: codesOf.get(article.id) ?? [] })),
    check: (invoice) =>
      rowCodes(invoice).flatMap(({ code, where }) => {
        const found = wrong.get(code.toLowerCase()) ?? problemOf(code, byName.get(code.toLowerCase()), known);
        if (!found) return [];
        const ref = { kind: 'invoice', id: invoice.id } as const;
        return [{ ...found, at: itemKey(ref), sources: [ref], message: `${where} of invoice ${invoiceNumberText(invoice)} has the code ${code}. ${found.message}` }];
      }),
  };
}

function problemOf(code: string, article: MasterArticle | undefined, known: ReadonlySet<string>): Problem | undefined {
  if (article) {
    return article.isActive ? undefined : warning('article-inactive', '', `Article ${article.number} ${article.name} is not active; its account is used.`, 'Look at the account of the booking.');
  }
  if (isGuid(code)) {
    return error('article-unknown', '', 'It names an article that does not exist in this company, so that the revenue account is not known.', 'Book this invoice by hand, or connect the company that has the article.');
  }
  return known.has(code.toLowerCase())
    ? undefined
    : warning('row-code-unknown', '', 'No article and no activity has it; the revenue goes to the default account.', 'Look at the account of the booking, or give an activity this code.');
}

/** The codes on an invoice, each once, with the first place that has it. */
function rowCodes({ rows, adjustments = [] }: Invoice): readonly { readonly code: string; readonly where: string }[] {
  const places = [
    ...rows.map(({ code, description }, index) => ({ code, where: described(`Row ${index + 1}`, description) })),
    ...adjustments.map(({ code, kind, description }) => ({ code, where: described(kind === 'charge' ? 'A charge' : 'An allowance', description) })),
  ];
  const found = new Map<string, { readonly code: string; readonly where: string }>();
  for (const { code, where } of places) {
    const text = (code ?? '').trim();
    if (text !== '' && !found.has(normal(text))) found.set(normal(text), { code: text, where });
  }
  return [...found.values()];
}

function described(where: string, description: string | undefined): string {
  return (description ?? '') === '' ? where : `${where} (${description ?? ''})`;
}

function normal(code: string): string {
  return code.trim().toLowerCase();
}
