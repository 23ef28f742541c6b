import type { EntryStatus } from '@x/billing-core';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { ItemMark } from '../ports/link-store.ts';
import { chunks } from './chunks.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { liveItems } from './live-items.ts';
import { allPages } from './pages.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';
import { setStatuses, type StatusOutcome } from './set-statuses.ts';

/** Items and who decides about them. */
export interface ItemNoteRequest {
  readonly tenantId: string;
  readonly refs: readonly ItemRef[];
  /** Who decided and why: kept with the note. */
  readonly by: string;
  readonly note: string;
  /** Says what would become of each item and changes nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** What became of one item, or in a preview would. */
export interface NotedItem {
  readonly ref: ItemRef;
  /**
   * `in-doubt`: it was sent, and no answer says whether it was carried out. `not-tried`: it failed before, with why. The
   * same request again is safe for both, and for all others.
   */
  readonly outcome: 'done' | 'unchanged' | 'refused' | 'missing' | 'in-doubt' | 'not-tried';
  readonly message?: string;
}

const takenUp = 'An export of ours took it up at the same moment; see what became of that.';

/** Puts items on the ignore list: they are never exported until they are taken off again. Reversible, marks nothing at the source. */
export async function ignoreItems(context: ConnectorContext, request: ItemNoteRequest): Promise<readonly NotedItem[]> {
  const session = await openSession(context, request.tenantId);
  const exported = await liveItems(context, session, request.refs);
  return note(context, session, request, 'ignored', (ref) =>
    exported.has(itemKey(ref)) ? 'It is part of an export of ours; undo that first.' : undefined,
  );
}

/** Takes items off the ignore list. */
export async function unignoreItems(
  context: ConnectorContext,
  request: Pick<ItemNoteRequest, 'tenantId' | 'refs'>,
): Promise<void> {
  const session = await openSession(context, request.tenantId);
  await context.parts.state.links.unmark(session.scope, request.refs, 'ignored');
}

/** The ignore list, with who put what on it and why. */
export async function ignoreList(
  context: ConnectorContext,
  request: { readonly tenantId: string },
): Promise<readonly ItemMark[]> {
  const session = await openSession(context, request.tenantId);
  return allPages((page) => context.parts.state.links.listMarks(session.scope, { kind: 'ignored', ...page }));
}

/**
 * Marks in bulk what was invoiced or booked before this connection: hours, expenses and trips become Invoiced at the
 * source, terms and TimeChimp's own invoices are noted here. Nothing is written in Visma. Items of our own exports are
 * refused. A source that fails on the way, or an abort, ends it with an outcome for every item: the same request again
 * goes on.
 */
export async function takeOver(context: ConnectorContext, request: ItemNoteRequest): Promise<readonly NotedItem[]> {
  const { tenantId, preview, refs, signal } = request;
  return reporting(
    context,
    { useCase: 'takeOver', tenantId, preview },
    async () => {
      if (refs.some((ref) => ref.kind === 'customer')) {
        throw new ConnectorError('input', 'Customers cannot be taken over.', 'Link a customer instead.');
      }
      const session = await openSession(context, tenantId, { preview });
      const exported = await liveItems(context, session, refs);
      const why = (ref: ItemRef): string | undefined =>
        exported.has(itemKey(ref)) ? 'It is part of an export of ours.' : undefined;
      const noted = refs.filter((ref) => ref.kind === 'term' || ref.kind === 'invoice');
      const marked = refs.filter((ref) => ref.kind !== 'term' && ref.kind !== 'invoice');
      const results = [
        ...(await note(context, session, { ...request, refs: noted }, 'billed', why)),
        ...(await markInvoiced(context, session, { ...request, refs: marked }, why, signal)),
      ];
      const byKey = new Map(results.map((each) => [itemKey(each.ref), each]));
      return refs.flatMap((ref) => byKey.get(itemKey(ref)) ?? []);
    },
    (items) => countOutcomes(items),
  );
}

async function note(
  context: ConnectorContext,
  session: Session,
  request: ItemNoteRequest,
  kind: ItemMark['kind'],
  refusal: (ref: ItemRef) => string | undefined,
): Promise<NotedItem[]> {
  const { links } = context.parts.state;
  const { by, note: text, preview } = request;
  const allowed = request.refs.filter((ref) => refusal(ref) === undefined);
  const outcomes = new Map<string, NotedItem>();
  for (const some of chunks(allowed, 1000)) {
    const at = context.parts.clock.now();
    const marks = some.map((ref): ItemMark => ({ ref, kind, note: text, by, at }));
    const answers = preview === true ? some.map(() => 'set' as const) : await links.mark(session.scope, marks);
    some.forEach((ref, index) => {
      outcomes.set(
        itemKey(ref),
        answers[index] === 'set'
          ? { ref, outcome: 'done' }
          : { ref, outcome: 'refused', message: kind === 'ignored' ? 'It is noted as billed.' : 'It is on the ignore list.' },
      );
    });
    if (preview !== true) {
      const claimed = await takeBackLate(context, session, marks);
      claimed.forEach((ref) => outcomes.set(itemKey(ref), { ref, outcome: 'refused', message: takenUp }));
    }
  }
  return request.refs.map((ref) => outcomes.get(itemKey(ref)) ?? { ref, outcome: 'refused', message: refusal(ref) ?? '' });
}

/**
 * An export that claimed an item while it was noted may have read it before the note was there: the note is taken back,
 * unless it is on a billed term, where the export sets the same one. Answers the items of such exports.
 */
async function takeBackLate(context: ConnectorContext, session: Session, marks: readonly ItemMark[]): Promise<readonly ItemRef[]> {
  const { links } = context.parts.state;
  const exported = await liveItems(context, session, marks.map(({ ref }) => ref));
  const late = marks.filter(({ ref }) => exported.has(itemKey(ref)));
  const now = await allPages((page) => links.listMarks(session.scope, { refs: late.map(({ ref }) => ref), ...page }));
  const noted = new Map(now.map((mark) => [itemKey(mark.ref), mark]));
  const ours = late.filter(({ ref, kind, by, at }) => {
    const found = noted.get(itemKey(ref));
    return !(kind === 'billed' && ref.kind === 'term') && found?.by === by && found.at === at;
  });
  for (const kind of ['billed', 'ignored'] as const) {
    const refs = ours.flatMap((mark) => (mark.kind === kind ? [mark.ref] : []));
    if (refs.length > 0) await links.unmark(session.scope, refs, kind);
  }
  return late.map(({ ref }) => ref);
}

async function markInvoiced(
  context: ConnectorContext,
  session: Session,
  request: ItemNoteRequest,
  refusal: (ref: ItemRef) => string | undefined,
  signal: AbortSignal | undefined,
): Promise<NotedItem[]> {
  const { work } = context.parts.source;
  const account = session.scope.sourceAccountId;
  const results = new Map<string, NotedItem>();
  const status = new Map<string, EntryStatus>();
  for (const some of chunks(request.refs, 1000)) {
    for (const item of await work.read(account, some, signal)) {
      status.set(itemKey(item.ref), item.status);
    }
  }
  const open = request.refs.filter((ref) => {
    const now = status.get(itemKey(ref));
    const message = refusal(ref);
    if (now === undefined) {
      results.set(itemKey(ref), { ref, outcome: 'missing' });
    } else if (message !== undefined) {
      results.set(itemKey(ref), { ref, outcome: 'refused', message });
    } else if (now === 'Invoiced') {
      results.set(itemKey(ref), { ref, outcome: 'unchanged' });
    }
    return !results.has(itemKey(ref));
  });
  let failure: string | null = null;
  for (const kind of ['time', 'expense', 'mileage'] as const) {
    for (const some of chunks(open.filter((ref) => ref.kind === kind), 100)) {
      const stop: string | null = failure ?? (signal?.aborted === true ? 'The run was aborted.' : null);
      const change = {
        items: some.map((ref) => ({ ref, expected: status.get(itemKey(ref)) ?? 'Open' })),
        to: 'Invoiced',
        message: request.note,
        startBefore: context.parts.clock.now() + 60_000,
        signal,
      } as const;
      const answers: readonly NotedItem[] =
        stop !== null
          ? some.map((ref) => ({ ref, outcome: 'not-tried', message: stop }))
          : request.preview === true
            ? some.map((ref) => ({ ref, outcome: 'done' }))
            : (await setStatuses(work, account, change)).map(markedItem);
      failure ??= answers.find(({ outcome }) => outcome === 'in-doubt' || outcome === 'not-tried')?.message ?? null;
      answers.forEach((answer) => results.set(itemKey(answer.ref), answer));
    }
  }
  // An export that claimed an item meanwhile may have read its status before it was marked here, and then writes it.
  const answered = [...results.values()].filter(({ outcome }) => outcome === 'done' || outcome === 'unchanged');
  const exported = await liveItems(context, session, answered.map(({ ref }) => ref));
  for (const { ref } of answered) {
    if (exported.has(itemKey(ref))) results.set(itemKey(ref), { ref, outcome: 'refused', message: takenUp });
  }
  return request.refs.flatMap((ref) => results.get(itemKey(ref)) ?? []);
}

function markedItem({ ref, outcome, message }: StatusOutcome): NotedItem {
  switch (outcome) {
    case 'set':
      return { ref, outcome: 'done' };
    case 'missing':
      return { ref, outcome };
    case 'in-doubt':
      return { ref, outcome, message: `Whether it was marked is not known; the same request again finds out. ${message}` };
    case 'not-tried':
      return { ref, outcome, message };
    case 'changed':
    case 'refused':
      return { ref, outcome: 'refused', message: message ?? 'It was changed by someone else meanwhile.' };
  }
}
