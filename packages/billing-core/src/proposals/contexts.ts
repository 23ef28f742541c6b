import type { BillableItem } from '../model/items.ts';
import type { ExclusionReason } from '../model/problem.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { hoursNotPriced } from '../pricing/hourly-rate.ts';
import { resolveVat } from '../vat/resolve-vat.ts';
import { placeOf } from '../vat/vat-by-rule.ts';
import { articleOf } from './articles.ts';
import type { Context, Facts, ReadyContext } from './context.ts';
import { pricePeriods } from './price-periods.ts';
import type { MasterData } from './records.ts';
import type { Settings } from './settings.ts';

/** Between the parts of a key; no id contains it. */
export const SEPARATOR = '\u0001';

/** Everything of an item that its price, VAT, article and invoice depend on, the date apart. */
function contextKey(item: BillableItem): string {
  const base = `${item.kind}${SEPARATOR}${item.customerId}${SEPARATOR}${item.projectId ?? ''}${SEPARATOR}`;
  switch (item.kind) {
    case 'time':
      return `${base}${item.activityId ?? ''}${SEPARATOR}${item.userId ?? ''}`;
    case 'mileage':
      return `${base}${item.userId ?? ''}`;
    case 'expense': {
      const { userId = '', rate, rateIncludesVat = false, vatRate, markup = '', productId = '', productName = '' } = item;
      const vat = vatRate === undefined ? '' : `${vatRate.id ?? ''}${SEPARATOR}${vatRate.percentage}`;
      return [base, userId, rate, rateIncludesVat, vat, markup, productId, productName].join(SEPARATOR);
    }
    case 'term':
      return `${base}${item.id}`;
  }
}

/** Finds the context of an item, making it when it is the first of its sort. */
export class Contexts {
  readonly #known = new Map<string, Context>();
  readonly #records: MasterData;
  readonly #settings: Settings;

  /** Works on the records and the policy of one run. */
  constructor(records: MasterData, settings: Settings) {
    this.#records = records;
    this.#settings = settings;
  }

  /** The context of an item. */
  of(item: BillableItem): Context {
    const key = contextKey(item);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const context = this.#make(item);
    this.#known.set(key, context);
    return context;
  }

  #facts(item: BillableItem, report: Report): Facts | undefined {
    const { customers, projects, activities, users } = this.#records;
    const customer = customers.find(item.customerId, report);
    const project = item.projectId === undefined ? undefined : projects.find(item.projectId, report);
    const activityId = 'activityId' in item ? item.activityId : undefined;
    const activity = activityId === undefined ? undefined : activities.find(activityId, report);
    if (customer === undefined) return undefined;
    if (project !== undefined && project.customerId !== customer.id) {
      const details = { customerId: customer.id, projectId: project.id };
      report(error('customer-mismatch', `Project ${project.name} belongs to another customer than ${customer.name}.`, details));
    }
    const userId = 'userId' in item ? item.userId : undefined;
    const user = userId === undefined ? undefined : users.peek(userId);
    const product =
      item.kind === 'expense' && item.productId !== undefined
        ? { id: item.productId, name: item.productName ?? '' }
        : undefined;
    return { customer, project, activity, user, userId, product };
  }

  #excluded(item: BillableItem, facts: Facts): ExclusionReason | undefined {
    const { customer, project, activity } = facts;
    if (customer.internal === true) return 'internal-customer';
    if (customer.unspecified === true) return 'unspecified-customer';
    if (project?.invoicing.method === 'NoInvoicing') return 'project-not-invoiced';
    if (item.kind !== 'time') return undefined;
    const task = project?.tasks?.find(({ activityId }) => activityId === activity?.id);
    if (task?.billable === false) return 'activity-not-billable';
    return hoursNotPriced(project);
  }

  #make(item: BillableItem): Context {
    const issues: Issue[] = [];
    const report: Report = (issue) => issues.push(issue);
    const facts = this.#facts(item, report);
    const proposalKey = facts ? this.#proposalKey(facts) : '';
    const excluded = facts && this.#excluded(item, facts);
    if (excluded !== undefined) return { proposalKey, excluded, issues: [] };
    const ready = facts && this.#ready(item, facts, report);
    const failed = issues.some(({ severity }) => severity === 'error');
    return { proposalKey, issues, ready: failed ? undefined : ready };
  }

  #ready(item: BillableItem, facts: Facts, report: Report): ReadyContext | undefined {
    const { policy } = this.#settings;
    const { customer, activity, product } = facts;
    const periods = pricePeriods(item, facts, this.#settings, report);
    const own = item.kind === 'expense' && policy.vat.recharge !== 'mainSupply' ? item.vatRate : undefined;
    const vat = resolveVat(own ?? customer.vatRate, customer, policy.vat, report);
    if (vat === undefined) return undefined;
    const question = { kind: item.kind, vatKind: vat.kind, activity, productId: product?.id };
    const currencyCode = this.#currency(facts);
    const place = placeOf(customer, policy.vat.countryCode);
    const domestic = (place === 'home' || place === 'unknown') && currencyCode === this.#settings.currencyCode;
    const { domestic: few, foreign: many } = policy.unitPriceDecimals ?? { domestic: 2, foreign: 4 };
    return {
      ...facts,
      kind: item.kind,
      currencyCode,
      reference: facts.project?.invoicing.reference ?? '',
      vat,
      articleId: articleOf(question, policy.articles),
      priceDecimals: domestic ? few : many,
      periods,
    };
  }

  #currency({ project, customer }: Facts): string {
    return (project?.currencyCode ?? customer.currencyCode ?? this.#settings.currencyCode).toUpperCase();
  }

  #proposalKey(facts: Facts): string {
    const { customer, project } = facts;
    const split = this.#settings.policy.split ?? [];
    return [
      customer.id,
      this.#currency(facts),
      split.includes('project') ? (project?.id ?? '') : '',
      split.includes('reference') ? (project?.invoicing.reference ?? '') : '',
    ].join(SEPARATOR);
  }
}
