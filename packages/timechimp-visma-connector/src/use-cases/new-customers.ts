import { completeCustomer, type CustomerDraft } from '../customers/complete-customer.ts';
import { customerBody } from '../customers/customer-body.ts';
import type { CustomerMatch } from '../customers/match-customers.ts';
import { plannedCustomer } from './planned-source.ts';
import type { ExportReport } from '../export/report.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import { createCustomerDriver, hasCustomer } from '../visma/customer-driver.ts';
import type { DocumentCustomer } from '../visma/invoice-plan.ts';
import type { MasterData } from '../visma/master-data.ts';
import { sealPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import { numberGiver, type NumberGiver } from './customer-number.ts';
import { linkCreated } from './link-created.ts';
import { error, warning, type Problem } from './problem.ts';
import type { Session } from './session.ts';
import { exportSource } from './source-side.ts';

/** A customer that Visma lacks: complete, or with what keeps it from being created. */
export interface NewCustomer {
  readonly source: SourceCustomer;
  readonly draft: CustomerDraft | null;
  readonly problems: readonly Problem[];
}

/** What became of a customer that was to be created. */
export interface CreatedCustomer {
  readonly sourceId: string;
  readonly name: string;
  readonly number: string;
  readonly outcome: 'planned' | 'created' | 'already-exported' | 'rejected' | 'in-doubt' | 'held' | 'stale' | 'skipped';
  readonly vismaId?: string;
  readonly message?: string;
}

/**
 * Completes the customers that Visma lacks, all missing fields of all of them at once. A customer without a number gets
 * one only where the settings say so, and then it is reserved first; a preview reserves none and shows those that a run would
 * reserve now.
 */
export async function planNewCustomers(
  context: ConnectorContext,
  session: Session,
  matches: readonly CustomerMatch<DocumentCustomer & { readonly id: string }>[],
  sources: ReadonlyMap<string, SourceCustomer>,
  masterData: MasterData,
  preview: boolean,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, NewCustomer>> {
  const planned = new Map<string, NewCustomer>();
  const numbers = numberGiver(context, session, signal);
  for (const match of matches) {
    const source = sources.get(match.ours.id);
    if (!source || match.kind === 'linked' || match.kind === 'matched') {
      continue;
    }
    const at = `customer:${source.id}`;
    if (match.kind === 'link-broken') {
      planned.set(source.id, { source, draft: null, problems: [error('customer-link-broken', at, `${source.name} is linked to a customer that Visma no longer has.`, 'Take the link away, or link it to another customer.')] });
      continue;
    }
    if (match.kind === 'duplicate-number') {
      planned.set(source.id, { source, draft: null, problems: [error('customer-number-duplicate', at, `${source.name} shares the number ${source.number ?? ''} with ${match.others.map((each) => each.name).join(', ')}.`, 'Give each customer a number of its own.')] });
      continue;
    }
    if (match.kind === 'linked-elsewhere') {
      planned.set(source.id, { source, draft: null, problems: [error('customer-linked-elsewhere', at, `${source.name} carries the number of ${match.theirs.name} (${match.theirs.number}) in Visma, but ${match.by.name} is linked to that one.`, 'Take that link away, or give this customer another number or a link of its own.')] });
      continue;
    }
    const suggestion = match.suggestions.map((each) => `${each.number} ${each.name}`).join(', ');
    const hints = suggestion === '' ? [] : [warning('customer-same-name', at, `Visma has a customer of the same name: ${suggestion}.`, 'If it is the same, link the two instead of creating a new one.')];
    const number = await numberFor(numbers, session, source, preview);
    if (number === null) {
      planned.set(source.id, { source, draft: null, problems: [...hints, error('customer-number-missing', at, `${source.name} has no customer number.`, 'Give it a number in TimeChimp, link it to a customer of Visma, or set customers.withoutNumber to propose.')] });
      continue;
    }
    const complete = completeCustomer(source, number, session.settings, masterData);
    planned.set(source.id, { source, draft: complete.draft, problems: [...hints, ...complete.problems] });
  }
  return planned;
}

async function numberFor(numbers: NumberGiver, session: Session, source: SourceCustomer, preview: boolean): Promise<string | null> {
  const own = (source.number ?? '').trim();
  if (own !== '' || session.settings.customers.withoutNumber === 'ask') {
    return own === '' ? null : own;
  }
  return preview ? numbers.foresee() : numbers.reserve(source.id);
}

/** Creates customers in Visma through the export protocol, links them and writes proposed numbers back. */
export async function createNewCustomers(
  context: ConnectorContext,
  session: Session,
  customers: readonly NewCustomer[],
  signal: AbortSignal | undefined,
): Promise<{ readonly created: readonly CreatedCustomer[]; readonly stopped: ExportReport['stopped'] }> {
  const ready = customers.flatMap(({ source, draft }) => (draft ? [{ source, draft, key: `customer/${source.id}/${draft.number}` }] : []));
  if (ready.length === 0) {
    return { created: [], stopped: null };
  }
  const engine = context.engine(session.protocol);
  const exporting = {
    scope: session.scope,
    source: exportSource(context, session),
    guard: (stop?: AbortSignal) => session.guard(stop),
    signal,
    driver: createCustomerDriver(session.client, session.memory),
  };
  const vanished = await vanishedBefore(context, session, ready.map(({ source }) => source), signal);
  if (vanished.length > 0) {
    await engine.undo({ ...exporting, keys: vanished, by: 'connector', note: 'Visma no longer has this customer' });
  }
  const report = await engine.run({
    ...exporting,
    plans: ready.map(({ source, draft, key }) => ({
      key,
      kind: 'customer',
      finish: 'final',
      sources: [plannedCustomer(source)],
      ...sealPayload({ type: 'customer', body: customerBody(draft) }),
    })),
  });
  const byKey = new Map(report.outcomes.map((outcome) => [outcome.key, outcome]));
  const created: CreatedCustomer[] = [];
  for (const { source, draft, key } of ready) {
    const outcome = byKey.get(key);
    let open: string | undefined;
    const vismaId = outcome && isDone(outcome.outcome) ? outcome.record?.documents.customerId : undefined;
    if (vismaId !== undefined) {
      const linked = await linkCreated(context, session, { sourceId: source.id, number: draft.number, vismaId }, source.number);
      if (linked === 'taken') {
        const message = `${source.name} or Visma's customer ${draft.number} is linked to another customer; nothing was written to it. Take that link away first.`;
        created.push({ sourceId: source.id, name: draft.name, number: draft.number, outcome: 'held', message });
        continue;
      }
      open = linked === 'number-open' ? `Its number ${draft.number} could not be written back; reconcile tries again.` : undefined;
    }
    created.push({
      sourceId: source.id,
      name: draft.name,
      number: draft.number,
      outcome: outcome === undefined || outcome.outcome === 'undone' ? 'skipped' : outcome.outcome === 'exported' ? 'created' : outcome.outcome,
      ...(vismaId === undefined ? {} : { vismaId }),
      ...messageOf(outcome?.record ?? null, open ?? outcome?.reason?.message ?? report.stopped?.message),
    });
  }
  return { created, stopped: report.stopped };
}

/**
 * Keys of exports that created these customers before, where a person has deleted them in Visma since: they have to be
 * created again. One call for each that was created before and is neither linked nor found by its number.
 */
async function vanishedBefore(
  context: ConnectorContext,
  { scope, client }: Session,
  sources: readonly SourceCustomer[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const keys: string[] = [];
  const records = await context.parts.state.exports.findByItems(scope, sources.map((source) => plannedCustomer(source).ref));
  for (const { key, kind, state, documents } of records) {
    const { customerId } = documents;
    if (kind === 'customer' && state === 'exported' && customerId !== undefined && !(await hasCustomer(client, customerId, signal))) {
      keys.push(key);
    }
  }
  return keys;
}

function isDone(outcome: string): boolean {
  return outcome === 'exported' || outcome === 'already-exported';
}

function messageOf(record: ExportRecord | null, fallback: string | undefined): { readonly message?: string } {
  const message = record?.reason?.message ?? fallback;
  return message === undefined ? {} : { message };
}
