import type { BillableItem } from '../model/items.ts';
import type { Customer, SourceVatRate } from '../model/master-data.ts';
import type { ExclusionReason } from '../model/problem.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { coveredBy } from '../pricing/hourly-rate.ts';
import { type ResolvedVat, resolveVat } from '../vat/resolve-vat.ts';
import { placeOf } from '../vat/vat-by-rule.ts';
import { articleOf } from './articles.ts';
import type { Context, Facts, ReadyContext } from './context.ts';
import { pricePeriods } from './price-periods.ts';
import type { MasterData } from './records.ts';
import type { Settings } from './settings.ts';

/** Between the parts of a key; no id contains it. */
export const SEPARATOR = '\u0001';

/** The contexts of one project (or of one customer's entries without a project). */
interface Branch {
  readonly customerId: string;
  /** Whether it matters who did the work; otherwise all users share a context. */
  readonly users: boolean;
  readonly contexts: Map<string, Context>;
}

/** What the context of an item depends on within its branch, the date apart. */
function keyWithin(item: BillableItem, users: boolean): string {
  switch (item.kind) {
    case 'time':
      return users ? `${item.activityId ?? ''}${SEPARATOR}${item.userId ?? ''}` : (item.activityId ?? '');
    case 'mileage':
      return `${SEPARATOR}km${SEPARATOR}${users ? (item.userId ?? '') : ''}`;
    case 'expense': {
      const { userId, rate, rateIncludesVat, vatRate, markup, productId, productName } = item;
      const user = users ? userId : undefined;
      return JSON.stringify([user, rate, rateIncludesVat, vatRate?.id, vatRate?.percentage, markup, productId, productName]);
    }
    case 'term':
      return `${SEPARATOR}term${SEPARATOR}${item.id}`;
  }
}

/** Finds the context of an item, making it when it is the first of its sort. */
export class Contexts {
  readonly #byProject = new Map<string, Branch>();
  readonly #byCustomer = new Map<string, Branch>();
  readonly #records: MasterData;
  readonly #settings: Settings;
  readonly #users: boolean;
  readonly #vats = new Map<string, { readonly vat: ResolvedVat | undefined; readonly issues: readonly Issue[] }>();

  /** Works on the records and the policy of one run. */
  constructor(records: MasterData, settings: Settings) {
    this.#records = records;
    this.#settings = settings;
    const { grouping, policy } = settings;
    this.#users = policy.text?.showEmployees === true || Object.values(grouping).includes('employee');
  }

  /** The context of an item. A million entries pass here: two look-ups and, mostly, no new text. */
  of(item: BillableItem): Context {
    const branch = this.#branch(item);
    if (branch.customerId !== item.customerId) return this.#make(item, true);
    const key = keyWithin(item, branch.users);
    let context = branch.contexts.get(key);
    if (context === undefined) branch.contexts.set(key, (context = this.#make(item, branch.users)));
    return context;
  }

  #branch({ customerId, projectId }: BillableItem): Branch {
    const branches = projectId === undefined ? this.#byCustomer : this.#byProject;
    const id = projectId ?? customerId;
    let branch = branches.get(id);
    if (branch === undefined) {
      const method = projectId === undefined ? undefined : this.#records.projects.peek(projectId)?.invoicing.method;
      branch = { customerId, users: this.#users || method === 'UserHourlyRate', contexts: new Map() };
      branches.set(id, branch);
    }
    return branch;
  }

  #facts(item: BillableItem, withUser: boolean, report: Report): Facts | undefined {
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
    const userId = withUser && 'userId' in item ? item.userId : undefined;
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
    return coveredBy(project);
  }

  #make(item: BillableItem, users: boolean): Context {
    const issues: Issue[] = [];
    const report: Report = (issue) => issues.push(issue);
    const facts = this.#facts(item, users, report);
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
    const vat = this.#vat(own ?? customer.vatRate, customer, report);
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

  /** One answer per customer and rate, however many projects and activities there are. */
  #vat(rate: SourceVatRate | undefined, customer: Customer, report: Report): ResolvedVat | undefined {
    const key = JSON.stringify([customer.id, rate?.id, rate?.percentage]);
    let known = this.#vats.get(key);
    if (known === undefined) {
      const issues: Issue[] = [];
      const vat = resolveVat(rate, customer, this.#settings.policy.vat, (issue) => issues.push(issue));
      this.#vats.set(key, (known = { vat, issues }));
    }
    known.issues.forEach(report);
    return known.vat;
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
