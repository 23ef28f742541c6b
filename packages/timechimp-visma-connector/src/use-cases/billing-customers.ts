import type { Activity, Customer } from '@x/billing-core';
import { customerCountry } from '../customers/complete-customer.ts';
import type { DocumentCustomer } from '../visma/invoice-plan.ts';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { Settings } from '../settings/settings.ts';
import type { MasterArticle, MasterData } from '../visma/master-data.ts';
import { articleNames, resolveArticle } from './activities.ts';
import { error, type Problem } from './problem.ts';

/**
 * A customer as pricing and VAT see it. Country and VAT number are our own where we have them, else Visma's: Visma
 * decides by what stands there, and the prediction tells when the two disagree.
 */
export function billingCustomer(
  customer: SourceCustomer,
  known: DocumentCustomer | undefined,
  settings: Settings,
  masterData: MasterData,
): Customer {
  const own = (customer.vatNumber ?? '').replace(/[\s.-]/g, '').toUpperCase();
  const vatNumber = own === '' ? known?.vatNumber : own;
  const countryCode = customerCountry(customer, settings, masterData) ?? known?.countryCode;
  const reverseCharge = settings.vat.reverseChargeCustomers.includes(customer.id);
  const place = masterData.countries.find((each) => each.code === countryCode);
  const atHome = countryCode === masterData.company.countryCode;
  const leftToRate = (atHome && !reverseCharge) || (!atHome && place?.isEuMember === true && (vatNumber ?? '') === '');
  const assumed =
    leftToRate && settings.vat.defaultRate !== null && settings.vat.scheme === 'normal' && settings.vat.kindByCustomer[customer.id] === undefined
      ? { percentage: settings.vat.defaultRate }
      : undefined;
  return {
    id: customer.id,
    name: customer.name,
    countryCode,
    vatNumber,
    reverseCharge,
    vatRate: customer.vatRate ?? assumed,
    hourlyRate: customer.hourlyRate,
    mileageRate: customer.mileageRate,
    internal: customer.internal,
    unspecified: customer.unspecified,
  };
}

/** Activities as pricing sees them, their resolved articles, and the links that lead nowhere. */
export function billingActivities(
  activities: readonly SourceActivity[],
  articles: readonly MasterArticle[],
): {
  readonly activities: readonly Activity[];
  readonly links: ReadonlyMap<string, string>;
  readonly broken: ReadonlyMap<string, Problem>;
} {
  const links = new Map<string, string>();
  const broken = new Map<string, Problem>();
  for (const activity of activities) {
    const link = resolveArticle(activity.article, articles);
    const at = `activity:${activity.id}`;
    if (link.state === 'linked') {
      links.set(activity.id, link.article.id);
    } else if (link.state === 'inactive') {
      broken.set(activity.id, error('article-inactive', at, `Activity ${activity.name} is linked to article ${link.article.number} ${link.article.name}, which is not active.`, 'Link the activity to an active article.'));
    } else if (link.state === 'unknown' && link.sharedBy) {
      broken.set(activity.id, error('article-unknown', at, `Activity ${activity.name} is linked by the number ${link.entered}, which several articles have: ${articleNames(link.sharedBy)}.`, 'Link the activity to one of them by its GUID.'));
    } else if (link.state === 'unknown') {
      broken.set(activity.id, error('article-unknown', at, `Activity ${activity.name} is linked to article ${link.entered}, which does not exist in this company.`, 'Link the activity to an article of this company.'));
    }
  }
  return { activities: activities.map(({ content, name }) => ({ ...content, name })), links, broken };
}
