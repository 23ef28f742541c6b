import type { Customer } from '@x/visma-eaccounting';
import { changesAnything, importedFields } from '../customers/import-fields.ts';
import { ourCustomers, type OurCustomers } from '../customers/our-customers.ts';
import type { CustomerUpsert, UpsertResult } from '../ports/customer-store.ts';
import { scanCustomers, type CustomerScan } from '../customers/scan-customers.ts';
import type { MasterTerms } from '../visma/master-data.ts';
import { terms as readTermsOfPayment } from '../visma/read-master-data.ts';
import { collect } from '../visma/whole-list.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import { oneImport } from './one-import.ts';
import { countOutcomes, reporting, type Reporter } from './report-events.ts';
import type { Problem } from './problem.ts';
import { openSession, type Session } from './session.ts';
import { unfinishedCustomers, type UnfinishedCustomers } from './unfinished-customers.ts';
import { watchSource } from './source-problems.ts';

/** Imports customers from Visma. */
export interface ImportCustomersRequest {
  readonly tenantId: string;
  /** `changed` reads what changed since the last run, and everything once a week; `full` reads everything. Default `changed`. */
  readonly mode?: 'changed' | 'full';
  /** Reads and compares, and writes nothing: no customer, no watermark. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** So few customers that they are written before the import's turn is over, also at TimeChimp's pace of 100 calls a minute. */
const writesPerTurn = 50;

/** What became of one customer of Visma. */
export interface ImportedCustomer {
  readonly vismaId: string;
  readonly number: string;
  readonly name: string;
  /** In a preview: what would become of it. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'no-number' | 'skipped' | 'refused';
  readonly sourceId?: string;
  /** Why, where the outcome alone does not say it. */
  readonly message?: string;
}

/** A report of an import. */
export interface ImportReport {
  readonly preview: boolean;
  /** `full` when everything was read, for whatever reason. */
  readonly mode: 'changed' | 'full';
  /** Why everything was read although only changes were asked for. */
  readonly fullBecause?: string;
  readonly customers: readonly ImportedCustomer[];
  /** After a full run: customers here whose linked customer no longer exists in Visma. */
  readonly vanished: readonly { readonly sourceId: string; readonly vismaId: string }[];
  /** After a full run: customers here without a number, with the customer of Visma that has the same name, if one has. */
  readonly withoutNumber: readonly { readonly sourceId: string; readonly name: string; readonly suggestion?: string }[];
  /** Records here that could not be read as they are. */
  readonly problems: readonly Problem[];
}

/**
 * Imports customers from Visma, matched on an explicit link first, then on their number; a customer here that is linked
 * to one of Visma is matched by no number. Names and addresses are taken over; fields that Visma leaves empty, and everything that only the time-tracking side knows, stay. One call per page
 * of Visma's list; memory holds one page and the report. Where the store says `atomicCreate: false`, one import per
 * account at a time: a second one throws a `ConnectorError` (`busy`); a preview needs no turn.
 */
export async function importCustomers(context: ConnectorContext, request: ImportCustomersRequest): Promise<ImportReport> {
  const { tenantId, preview = false } = request;
  return reporting(
    context,
    { useCase: 'importCustomers', tenantId, preview },
    async (reporter) => {
      const session = await openSession(context, tenantId, { preview });
      const run = (stillOurs: () => Promise<void>): Promise<ImportReport> => importAll(context, session, request, reporter, stillOurs);
      return preview ? run(() => Promise.resolve()) : oneImport(context, session.scope.sourceAccountId, run);
    },
    (report) => countOutcomes(report.customers),
  );
}

/** Reads all pages and works them off; `stillOurs` is called with each page and before each batch of writes. */
async function importAll(
  context: ConnectorContext,
  session: Session,
  request: ImportCustomersRequest,
  reporter: Reporter,
  stillOurs: () => Promise<void>,
): Promise<ImportReport> {
  const { preview = false, signal } = request;
  const sourceProblems = watchSource(context, session);
  const links = await context.parts.state.links.customerLinks(session.scope);
  const ours = new Map(links.map((link) => [link.vismaCustomerId, link.sourceCustomerId]));
  const unfinished = unfinishedCustomers(context, session, links);
  const store = ourCustomers(context.parts.source.customers, session.scope.sourceAccountId, signal);
  const customers: ImportedCustomer[] = [];
  const seen = new Set<string>();
  const names = new Map<string, string>();
  // What was written, on every reading: a list that changes under it is read again.
  const written = new Map<string, ImportedCustomer>();
  let terms: readonly MasterTerms[] | undefined;
  const scan: CustomerScan = await scanCustomers(context, session, {
    full: request.mode === 'full',
    signal,
    restart: () => {
      customers.length = 0;
      seen.clear();
      names.clear();
      store.forget();
    },
    page: async (page, total) => {
      await stillOurs();
      const fresh = page.filter((each) => !seen.has(each.Id));
      for (const each of fresh) {
        seen.add(each.Id);
        names.set(plain(each.Name), each.CustomerNumber ?? '');
      }
      terms ??= fresh.length === 0 ? undefined : await readTerms(context, session, signal);
      const results = await importPage(context, session, fresh, store, ours, terms ?? [], unfinished, preview, stillOurs, signal);
      customers.push(...results.map((result) => withFirst(result, written.get(result.vismaId))));
      results.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').forEach((result) => {
        if (!preview && !written.has(result.vismaId)) written.set(result.vismaId, result);
      });
      reporter.progress('customers', seen.size, total);
    },
  });
  customers.push(...[...written.values()].filter(({ vismaId }) => !seen.has(vismaId)));
  const rest = scan.mode === 'full' ? await leftOver(context, session, links, seen, names) : { vanished: [], withoutNumber: [] };
  if (!preview) {
    await scan.remember();
  }
  tell(reporter, customers);
  const problems = sourceProblems();
  problems.forEach((problem) => {
    reporter.warning(problem.code, problem.message);
  });
  return {
    preview,
    mode: scan.mode,
    ...(scan.fullBecause === undefined ? {} : { fullBecause: scan.fullBecause }),
    customers,
    ...rest,
    problems,
  };
}

/** What a customer's first reading led to is what became of it, where a later one has nothing else to say. */
function withFirst(result: ImportedCustomer, first: ImportedCustomer | undefined): ImportedCustomer {
  return first && (result.outcome === 'unchanged' || result.outcome === 'updated') ? { ...result, outcome: first.outcome } : result;
}

/** Terms of payment, read once and only when there is a customer to import. */
async function readTerms(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): Promise<MasterTerms[]> {
  const all = await collect(() => session.client.termsOfPayments.list({ pageSize: context.pageSize }, { signal }));
  return all.map(readTermsOfPayment);
}

/** What one page leads to; on a preview only what it would lead to. */
async function importPage(
  context: ConnectorContext,
  session: Session,
  page: readonly Customer[],
  ours: OurCustomers,
  links: ReadonlyMap<string, string>,
  terms: readonly MasterTerms[],
  unfinished: UnfinishedCustomers,
  preview: boolean,
  stillOurs: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<ImportedCustomer[]> {
  const store = context.parts.source.customers;
  const account = session.scope.sourceAccountId;
  const linkedIds = page.flatMap((each) => links.get(each.Id) ?? []);
  const linked = new Map((await store.get(account, linkedIds, signal)).map((each) => [each.id, each]));
  const unlinked = page.filter((each) => !linked.has(links.get(each.Id) ?? '') && numberOf(each) !== '');
  const byNumber = await ours.withNumbers(unlinked.map(numberOf));
  const linkedHere = new Set(links.values());
  const results = new Map<string, ImportedCustomer>();
  const writes: { readonly customer: Customer; readonly upsert: CustomerUpsert; readonly isNew: boolean }[] = [];
  for (const customer of page) {
    const ofLink = linked.get(links.get(customer.Id) ?? '');
    const carriers = byNumber.get(numberOf(customer)) ?? [];
    const matches = ofLink ? [ofLink] : carriers.filter((each) => !linkedHere.has(each.id));
    const [only, ...others] = matches;
    const fields = importedFields(customer, only, terms, session.settings.import.followInactive);
    const base = { vismaId: customer.Id, number: fields.number ?? '', name: fields.name };
    if (others.length > 0) {
      results.set(customer.Id, { ...base, outcome: 'conflict', message: `${matches.length} customers here carry this number: ${matches.map((each) => each.name).join(', ')}.` });
    } else if (only) {
      const kept = links.has(customer.Id) ? { ...fields, number: fields.number ?? only.number } : fields;
      if (changesAnything(kept, only)) {
        writes.push({ customer, upsert: { id: only.id, fields: kept }, isNew: false });
      } else {
        results.set(customer.Id, { ...base, outcome: 'unchanged', sourceId: only.id });
      }
    } else if (!ofLink && carriers.length > 0) {
      const names = carriers.map((each) => each.name).join(', ');
      results.set(customer.Id, { ...base, outcome: 'conflict', message: `${names} carries this number here, but is linked to another customer of Visma.` });
    } else if (base.number === '') {
      results.set(customer.Id, { ...base, outcome: 'no-number', message: 'Visma has no number for it, so it cannot be matched.' });
    } else if (!session.settings.import.createMissing || !customer.IsActive) {
      const why = customer.IsActive ? 'The settings create no customers here.' : 'It is not active in Visma and unknown here.';
      results.set(customer.Id, { ...base, outcome: 'skipped', message: why });
    } else {
      const madeFor = (await unfinished()).get(base.number);
      if (madeFor === undefined) writes.push({ customer, upsert: { fields }, isNew: true });
      else results.set(customer.Id, { ...base, outcome: 'conflict', message: `It was made for customer ${madeFor} here, and the two are not linked yet: reconcile, or link them.` });
    }
  }
  const answers: UpsertResult[] = [];
  for (const some of preview ? [] : chunks(writes, writesPerTurn)) {
    await stillOurs();
    answers.push(...(await store.upsert(account, some.map((each) => each.upsert), signal)));
  }
  writes.forEach(({ customer, upsert, isNew }, index) => {
    const answer = answers[index] ?? { outcome: isNew ? ('created' as const) : ('updated' as const), id: upsert.id };
    results.set(customer.Id, {
      vismaId: customer.Id,
      number: upsert.fields.number ?? '',
      name: upsert.fields.name,
      outcome: answer.outcome === 'missing' ? 'conflict' : answer.outcome,
      ...(answer.id === undefined ? {} : { sourceId: answer.id }),
      ...(answer.message === undefined ? {} : { message: answer.message }),
    });
  });
  return page.flatMap((customer) => results.get(customer.Id) ?? []);
}

async function leftOver(
  context: ConnectorContext,
  session: Session,
  links: readonly { readonly sourceCustomerId: string; readonly vismaCustomerId: string }[],
  seen: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): Promise<Pick<ImportReport, 'vanished' | 'withoutNumber'>> {
  const withoutNumber: ImportReport['withoutNumber'][number][] = [];
  let after: string | undefined;
  do {
    const page = await context.parts.source.customers.page(session.scope.sourceAccountId, { limit: 1000, after });
    for (const { id, name, number, active, internal, unspecified } of page.items) {
      if ((number ?? '').trim() === '' && active && internal !== true && unspecified !== true) {
        const suggestion = names.get(plain(name));
        withoutNumber.push({ sourceId: id, name, ...(suggestion === undefined ? {} : { suggestion }) });
      }
    }
    after = page.next;
  } while (after !== undefined);
  return {
    vanished: links
      .filter((link) => !seen.has(link.vismaCustomerId))
      .map((link) => ({ sourceId: link.sourceCustomerId, vismaId: link.vismaCustomerId })),
    withoutNumber,
  };
}

function tell(reporter: Reporter, customers: readonly ImportedCustomer[]): void {
  for (const each of customers) {
    if (each.outcome !== 'unchanged') {
      reporter.item(`${each.number} ${each.name}`, each.outcome, each.message);
    }
  }
}

function numberOf(customer: Customer): string {
  return (customer.CustomerNumber ?? '').trim();
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
