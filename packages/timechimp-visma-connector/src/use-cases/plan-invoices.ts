import { proposeInvoices, type InvoiceProposal, type LocalDate } from '@x/billing-core';
import type { CustomerMatch } from '../customers/match-customers.ts';
import { otherCustomers } from '../customers/other-customers.ts';
import { matchWithVisma, type KnownCustomer } from '../customers/visma-customers.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import { billingPolicy } from '../settings/billing-policy.ts';
import { loadMasterData, type MasterList } from '../visma/load-master-data.ts';
import type { MasterData } from '../visma/master-data.ts';
import { billingActivities, billingCustomer } from './billing-customers.ts';
import { collectHeld, collectWork, type CollectedWork, type HeldChoice, type WorkSelection } from './collect-work.ts';
import { ConnectorError } from './connector-error.ts';
import { heldCoveredHours, readCoveredHours, type CoveredHours } from './covered-hours.ts';
import type { ConnectorContext } from './context.ts';
import { fromBilling, type Problem } from './problem.ts';
import type { Session } from './session.ts';
import type { ExcludedItem } from './sift-work.ts';
import { watchSource } from './source-problems.ts';

/** Priced work: proposals, with what they rest on. Nothing was written. */
export interface PricedWork {
  readonly masterData: MasterData;
  readonly work: CollectedWork;
  readonly proposals: readonly InvoiceProposal[];
  readonly excluded: readonly ExcludedItem[];
  readonly problems: readonly Problem[];
  readonly customers: ReadonlyMap<string, SourceCustomer>;
  readonly matches: ReadonlyMap<string, CustomerMatch<KnownCustomer>>;
  /** Hours that are marked with the terms that cover them. */
  readonly coveredHours: CoveredHours;
}

/** Master data that invoices need, dimensions only where the settings use them. */
function invoiceLists(session: Session): MasterList[] {
  const { projects, costCentersByProject, costCentersByActivity } = session.settings.dimensions;
  const costCenters = { ...costCentersByProject, ...costCentersByActivity };
  return [
    'articles', 'codings', 'units', 'termsOfPayment', 'fiscalYears', 'countries',
    ...(Object.keys(projects).length > 0 ? (['projects'] as const) : []),
    ...(Object.keys(costCenters).length > 0 ? (['costCenterItems'] as const) : []),
  ];
}

/** Collects the selection, matches its customers with Visma's and prices it. Reads only. */
export async function priceWork(
  context: ConnectorContext,
  session: Session,
  selection: WorkSelection,
  signal: AbortSignal | undefined,
): Promise<PricedWork> {
  const sourceProblems = watchSource(context, session);
  const [work, masterData] = await Promise.all([
    collectWork(context, session, selection, signal).catch((failure: unknown) => {
      throw withReasons(failure, sourceProblems());
    }),
    readMasterData(context, session, signal),
  ]);
  const matches = await matchWork(context, session, work.customers, masterData, signal);
  const concerning = sourceProblems().filter((problem) => !('refs' in selection) || concerns(problem, selection.refs, work));
  const coveredHours = await readCoveredHours(context, session, work, (items) => propose(session, { ...work, items }, masterData, matches).excluded);
  return { ...priceItems(session, work, masterData, matches, concerning), coveredHours };
}

/**
 * The same for several choices that are each invoiced by themselves; master data, customers and the source are read once
 * for all of them. A choice with items that do not exist has the error instead.
 */
export async function priceHeld(
  context: ConnectorContext,
  session: Session,
  choices: readonly HeldChoice[],
  signal: AbortSignal | undefined,
): Promise<readonly (PricedWork | ConnectorError)[]> {
  if (choices.length === 0) {
    return [];
  }
  const sourceProblems = watchSource(context, session);
  const [works, masterData] = await Promise.all([
    collectHeld(context, session, choices, signal),
    readMasterData(context, session, signal),
  ]);
  const customers = works.flatMap((work) => (work instanceof ConnectorError ? [] : work.customers));
  const unique = [...new Map(customers.map((customer) => [customer.id, customer])).values()];
  const matches = await matchWork(context, session, unique, masterData, signal);
  const problems = sourceProblems();
  return works.map((work, index) =>
    work instanceof ConnectorError
      ? withReasons(work, problems)
      : priceItems(session, work, masterData, matches, problems.filter((problem) => concerns(problem, choices[index]?.refs ?? [], work))),
  );
}

async function readMasterData(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): Promise<MasterData> {
  const masterData = await loadMasterData(session.client, { lists: invoiceLists(session), pageSize: context.pageSize, signal });
  session.sawCompany(masterData.company.companyIdentifier);
  return masterData;
}

type Matches = PricedWork['matches'];

async function matchWork(
  context: ConnectorContext,
  session: Session,
  customers: readonly SourceCustomer[],
  { company }: MasterData,
  signal: AbortSignal | undefined,
): Promise<Matches> {
  const links = await allLinks(context, session);
  const ours = customers.filter((each) => each.internal !== true && each.unspecified !== true);
  const { sourceAccountId } = session.scope;
  const others = await otherCustomers(context.parts.source.customers, sourceAccountId, ours, links, signal);
  const options = { others, companyCountry: company.countryCode, pageSize: context.pageSize, signal };
  const matches = await matchWithVisma(session.client, ours, links, options);
  return new Map(matches.map((match) => [match.ours.id, match]));
}

function priceItems(
  session: Session,
  work: CollectedWork,
  masterData: MasterData,
  matches: Matches,
  sourceProblems: readonly Problem[],
): PricedWork {
  const { broken } = billingActivities(work.activities, masterData.articles);
  const brokenItems = new Map<Problem, ItemRef[]>();
  const items = work.items.filter((item) => {
    const activityId = item.kind === 'time' || item.kind === 'term' ? item.activityId : undefined;
    const problem = activityId === undefined ? undefined : broken.get(activityId);
    if (problem) {
      brokenItems.set(problem, [...(brokenItems.get(problem) ?? []), { kind: item.kind, id: item.id }]);
    }
    return !problem;
  });
  const proposed = propose(session, { ...work, items }, masterData, matches);
  return {
    masterData,
    work,
    proposals: proposed.proposals,
    excluded: [
      ...work.excluded,
      ...proposed.excluded.map(({ source, reason, message }) => ({ ref: source, reason, message })),
    ],
    problems: [
      ...sourceProblems,
      ...work.problems,
      ...[...brokenItems].map(([problem, sources]) => ({ ...problem, sources })),
      ...proposed.problems.map(fromBilling),
    ],
    customers: new Map(work.customers.map((each) => [each.id, each])),
    matches,
    coveredHours: heldCoveredHours(work, proposed.excluded),
  };
}

function propose(session: Session, work: CollectedWork, masterData: MasterData, matches: Matches): ReturnType<typeof proposeInvoices> {
  const { settings } = session;
  const { activities, links: articles } = billingActivities(work.activities, masterData.articles);
  return proposeInvoices(
    {
      items: work.items,
      customers: work.customers.map((customer) =>
        billingCustomer(customer, knownOf(matches.get(customer.id)), settings, masterData),
      ),
      projects: work.projects,
      activities,
      users: work.users,
    },
    billingPolicy(settings, masterData.company, articles),
  );
}

/** Chosen items that are missing because the source could not pass them on: the failure says so. */
function withReasons<T>(failure: T, problems: readonly Problem[]): T | ConnectorError {
  if (!(failure instanceof ConnectorError) || failure.code !== 'items-unknown') {
    return failure;
  }
  const reasons = problems.filter((problem) => failure.problems.some(({ at }) => at === problem.at));
  return reasons.length === 0
    ? failure
    : new ConnectorError(failure.code, [failure.message, ...reasons.map(({ message }) => message)].join(' '), failure.remedy, [...reasons, ...failure.problems]);
}

/** Whether a problem of the source belongs to the chosen items: one of another item or of a project that none of them is of does not. */
function concerns({ at, sources }: Problem, refs: readonly ItemRef[], { items }: CollectedWork): boolean {
  if (at.startsWith('project:')) {
    return items.some((item) => at === `project:${item.projectId ?? ''}`);
  }
  const keys = new Set(refs.map(itemKey));
  return sources === undefined || sources.some((ref) => keys.has(itemKey(ref)));
}

/** All links of the scope: our customer's id to Visma's. Also one outside a selection decides who may be matched. */
export async function allLinks(context: ConnectorContext, session: Session): Promise<ReadonlyMap<string, string>> {
  const links = await context.parts.state.links.customerLinks(session.scope);
  return new Map(links.map((link) => [link.sourceCustomerId, link.vismaCustomerId]));
}

/** Visma's record of a match, where there is one to write to. */
export function knownOf(match: CustomerMatch<KnownCustomer> | undefined): KnownCustomer | undefined {
  return match?.kind === 'linked' || match?.kind === 'matched' ? match.theirs : undefined;
}

/** Customers of whom something is missing from a proposal because a problem of theirs keeps it out. */
export function customersWithErrors(priced: PricedWork): ReadonlySet<string> {
  const customerOf = new Map(priced.work.items.map((item) => [itemKey({ kind: item.kind, id: item.id }), item.customerId]));
  const broken = priced.problems
    .filter((problem) => problem.severity === 'error')
    .flatMap((problem) => problem.sources ?? [])
    .flatMap((ref) => customerOf.get(itemKey(ref)) ?? []);
  return new Set([...priced.work.incomplete, ...broken]);
}

/** The date on an invoice, by the settings. */
export function dateOfInvoice(proposal: InvoiceProposal, session: Session, endOfMonth: (day: LocalDate) => LocalDate): LocalDate {
  switch (session.settings.invoices.invoiceDate) {
    case 'today':
      return session.today;
    case 'endOfPeriod':
      return proposal.supplyPeriod.to;
    case 'endOfMonth':
      return endOfMonth(proposal.supplyPeriod.to);
  }
}
