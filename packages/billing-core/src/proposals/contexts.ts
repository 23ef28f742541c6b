import type { BillableItem } from '../model/items.ts';
import type { Customer, SourceVatRate } from '../model/master-data.ts';
import type { ExclusionReason } from '../model/problem.ts';
import type { BillingInput } from '../model/proposal.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { coveredBy } from '../pricing/hourly-rate.ts';
import { type ResolvedVat, resolveVat } from '../vat/resolve-vat.ts';
import { placeOf } from '../vat/vat-by-rule.ts';
import { articleOf } from './articles.ts';
import type { Context, Facts, ReadyContext } from './context.ts';
import { pricePeriods } from './price-periods.ts';
import { findRecord, indexRecords, type MasterData } from './records.ts';
import type { Settings } from './settings.ts';

/** Between the parts of a key; no id contains it. */
export const SEPARATOR = '\u0001';

/** The contexts of one project (or of one customer's entries without a project). */
interface Branch {
  readonly customerId: string;
  /** Those that all users share. */
  readonly contexts: Map<string, Context>;
  /** Those of each user, where it matters who did the work. */
  readonly byUser: Map<string, Map<string, Context>> | undefined;
}

/** What the context of an item depends on within its branch, user and date apart. */
function keyWithin(item: BillableItem): string {
  switch (item.kind) {
    case 'time':
      return item.activityId ?? SEPARATOR;
    case 'mileage':
      return `${SEPARATOR}km`;
    case 'expense': {
      const { rate, rateIncludesVat, vatRate, markup, productId, productName } = item;
      return SEPARATOR + JSON.stringify([rate, rateIncludesVat, vatRate?.id, vatRate?.percentage, markup, productId, productName]);
    }
    case 'term':
      return `${SEPARATOR}term${item.id}`;
  }
}

/** The user of an item, where it matters who did the work. */
function userOf(item: BillableItem, withUser: boolean): string | undefined {
  return withUser && 'userId' in item ? item.userId : undefined;
}

function factsOf(item: BillableItem, withUser: boolean, records: MasterData, report: Report): Facts | undefined {
  const customer = findRecord(records.customers, item.customerId, 'customer', report);
  const project = findRecord(records.projects, item.projectId, 'project', report);
  const activity = findRecord(records.activities, 'activityId' in item ? item.activityId : undefined, 'activity', report);
  if (customer === undefined) return undefined;
  if (project !== undefined && project.customerId !== customer.id) {
    const details = { customerId: customer.id, projectId: project.id };
    report(error('customer-mismatch', `Project ${project.name} belongs to another customer than ${customer.name}.`, details));
  }
  const userId = userOf(item, withUser);
  const user = records.users.get(userId ?? '') ?? undefined;
  const product = 'productId' in item && item.productId !== undefined ? { id: item.productId, name: item.productName ?? '' } : undefined;
  return { customer, project, activity, user, userId, product };
}

/** Why no entry of a context is invoiced, although nothing is wrong with it. */
function exclusionOf({ kind }: BillableItem, { customer, project, activity }: Facts): ExclusionReason | undefined {
  if (customer.internal === true) return 'internal-customer';
  if (customer.unspecified === true) return 'unspecified-customer';
  if (project?.invoicing.method === 'NoInvoicing') return 'project-not-invoiced';
  if (kind !== 'time') return undefined;
  const tasks = project?.tasks?.filter(({ activityId }) => activityId === activity?.id) ?? [];
  return tasks.length > 0 && tasks.every(({ billable }) => billable === false) ? 'activity-not-billable' : coveredBy(project);
}

/** Finds the context of an item, making it when it is the first of its sort. */
export function contextFinder(input: BillingInput, settings: Settings): (item: BillableItem) => Context {
  const { policy } = settings;
  const records = indexRecords(input);
  const byProject = new Map<string, Branch>();
  const byCustomer = new Map<string, Branch>();
  const vats = new Map<string, { readonly vat: ResolvedVat | undefined; readonly issues: readonly Issue[] }>();
  const split = policy.split ?? [];
  const namesUsers = policy.text?.showEmployees === true;

  const branchOf = ({ customerId, projectId }: BillableItem): Branch => {
    const branches = projectId === undefined ? byCustomer : byProject;
    const id = projectId ?? customerId;
    let branch = branches.get(id);
    if (branch === undefined) {
      const method = records.projects.get(projectId ?? '')?.invoicing.method;
      branch = { customerId, contexts: new Map(), byUser: namesUsers || method === 'UserHourlyRate' ? new Map() : undefined };
      branches.set(id, branch);
    }
    return branch;
  };

  /** One answer per customer and rate, however many projects and activities there are. */
  const vatOf = (rate: SourceVatRate | undefined, customer: Customer, report: Report): ResolvedVat | undefined => {
    const key = JSON.stringify([customer.id, rate?.id, rate?.percentage]);
    let known = vats.get(key);
    if (known === undefined) {
      const issues: Issue[] = [];
      const vat = resolveVat(rate, customer, policy.vat, (issue) => issues.push(issue));
      vats.set(key, (known = { vat, issues }));
    }
    known.issues.forEach(report);
    return known.vat;
  };

  const ready = (item: BillableItem, facts: Facts, currencyCode: string, report: Report): ReadyContext | undefined => {
    const { kind } = item;
    const { customer, project, activity, product } = facts;
    const periods = pricePeriods(item, facts, settings, report);
    const own = kind === 'expense' && policy.vat.recharge !== 'mainSupply' ? item.vatRate : undefined;
    const vat = vatOf(own ?? customer.vatRate, customer, report);
    if (vat === undefined) return undefined;
    const place = placeOf(customer, policy.vat.countryCode);
    const domestic = (place === 'home' || place === 'unknown') && currencyCode === settings.currencyCode;
    const context = {
      ...facts,
      kind,
      currencyCode,
      reference: project?.invoicing.reference ?? '',
      vat,
      articleId: articleOf({ kind, vatKind: vat.kind, activity, productId: product?.id }, policy.articles),
      priceDecimals: (policy.unitPriceDecimals ?? { domestic: 2, foreign: 4 })[domestic ? 'domestic' : 'foreign'],
      periods,
      always: periods.length === 1 ? periods.find(({ from, until }) => (from ?? until) === undefined) : undefined,
    };
    for (const period of periods) period.context = context;
    return context;
  };

  const make = (item: BillableItem, withUser: boolean): Context => {
    const issues: Issue[] = [];
    const report: Report = (issue) => issues.push(issue);
    const facts = factsOf(item, withUser, records, report);
    if (facts === undefined) return { issues };
    const { customer, project } = facts;
    const currencyCode = (project?.currencyCode ?? customer.currencyCode ?? settings.currencyCode).toUpperCase();
    const group = {
      customerId: customer.id,
      currencyCode,
      projectId: (split.includes('project') && project?.id) || '',
      reference: (split.includes('reference') && project?.invoicing.reference) || '',
    };
    const excluded = exclusionOf(item, facts);
    if (excluded !== undefined) return { group, excluded, issues: [] };
    const context = ready(item, facts, currencyCode, report);
    return { group, issues, ready: issues.some(({ severity }) => severity === 'error') ? undefined : context };
  };

  const contextsOf = ({ contexts, byUser }: Branch, item: BillableItem): Map<string, Context> => {
    if (byUser === undefined) return contexts;
    const user = userOf(item, true) ?? '';
    const known = byUser.get(user) ?? new Map<string, Context>();
    byUser.set(user, known);
    return known;
  };

  // A million entries pass here: two look-ups and, mostly, no new text.
  return (item) => {
    const branch = branchOf(item);
    if (branch.customerId !== item.customerId) return make(item, true);
    const contexts = contextsOf(branch, item);
    const key = keyWithin(item);
    let context = contexts.get(key);
    if (context === undefined) contexts.set(key, (context = make(item, branch.byUser !== undefined)));
    return context;
  };
}
