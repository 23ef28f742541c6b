import type { BillableItem, Mileage } from '@x/billing-core';
import type { ItemRef } from '../../ports/item-ref.ts';
import type { WorkItem } from '../../ports/work-store.ts';
import type { Account } from '../account.ts';
import type { Row } from '../lists/envelope.ts';
import { entrySchema, type WireEntry } from '../schemas/entry.ts';
import { dayOf } from '../values/day.ts';
import { wholeMinutes } from '../values/minutes.ts';
import { statusOf } from '../values/status.ts';
import { defined } from '../values/text.ts';
import { decimalOf, vatRateOf } from './rates.ts';

/** The kinds of items that the API has. */
export type EntryKind = 'time' | 'expense' | 'mileage';

type Shared = Pick<BillableItem & { kind: 'time' }, 'id' | 'customerId' | 'date' | 'status'>;

const tripTypes: Readonly<Record<string, Mileage['type']>> = {
  Private: 'Private',
  Business: 'Business',
  HomeWork: 'HomeWork',
  1: 'Private',
  2: 'Business',
  3: 'HomeWork',
};

/** A row as an entry; undefined, and reported, when it does not look as expected. */
export function entryOf(kind: EntryKind, row: Row, account: Account): WireEntry | undefined {
  const { success, data } = entrySchema().safeParse(row);
  if (success) return data;
  account.problems.add({ kind, id: String(row.id) }, 'unreadable', `The ${kind} entry does not look as expected; it is left out.`);
  return undefined;
}

/**
 * An entry as the connector knows it. Undefined, and reported, when a part of it would have to be guessed. The date is the
 * entry's own `date`. The item's status is that of the track which is marked (option `statusTrack`); the other one stands
 * beside it.
 */
export function itemOf(kind: EntryKind, wire: WireEntry, customerId: string | undefined, account: Account): WorkItem | undefined {
  const ref: ItemRef = { kind, id: String(wire.id) };
  const { problems, options } = account;
  const date = dayOf(wire.date);
  const status = statusOf(wire.status);
  const clientStatus = statusOf(wire.clientStatus);
  const tracked = options.statusTrack === 'client' ? clientStatus : status;
  if (date === undefined) {
    problems.add(ref, 'date-unclear', `The date "${wire.date ?? ''}" is not a plain day; the entry is left out.`);
    return undefined;
  }
  if (status === undefined || tracked === undefined) {
    problems.add(ref, 'unknown-value', `The status "${String(wire.status)}" (client: "${String(wire.clientStatus)}") is not known; the entry is left out.`);
    return undefined;
  }
  if (customerId === undefined) {
    problems.add(ref, 'no-customer', 'Neither the entry nor its project names a customer; the entry is left out.');
    return undefined;
  }
  const shared = defined({
    id: ref.id,
    customerId,
    projectId: idOf(wire.project),
    date,
    status: tracked,
    ...(options.statusTrack === 'client' ? { internalStatus: status } : { clientStatus }),
    billable: wire.billable ?? undefined,
    userId: idOf(wire.user),
    notes: wire.notes ?? undefined,
  });
  const content = contentOf(kind, shared, wire, account);
  return content && { ref, status: tracked, content };
}

function contentOf(kind: EntryKind, shared: Shared, wire: WireEntry, account: Account): BillableItem | undefined {
  switch (kind) {
    case 'time':
      return timeOf(shared, wire, account);
    case 'expense':
      return expenseOf(shared, wire, account);
    case 'mileage':
      return mileageOf(shared, wire, account);
  }
}

function timeOf(shared: Shared, wire: WireEntry, account: Account): BillableItem | undefined {
  const ref: ItemRef = { kind: 'time', id: shared.id };
  const whole = typeof wire.hours === 'number' ? wholeMinutes(wire.hours) : undefined;
  if (whole === undefined) {
    account.problems.add(ref, 'unreadable', 'The hours cannot be read; the entry is left out.');
    return undefined;
  }
  if (!whole.exact) {
    const figures = `${String(wire.hours)} hours are no whole minutes`;
    if (account.options.hours === 'refuse') {
      account.problems.add(ref, 'hours-do-not-fit', `${figures}; the entry is left out.`);
      return undefined;
    }
    account.problems.add(ref, 'hours-rounded', `${figures}; the entry counts as ${whole.minutes} minutes.`);
  }
  return { kind: 'time', ...shared, minutes: whole.minutes, ...defined({ activityId: idOf(wire.task) }) };
}

function expenseOf(shared: Shared, wire: WireEntry, account: Account): BillableItem | undefined {
  const { options, problems } = account;
  const ref: ItemRef = { kind: 'expense', id: shared.id };
  const rate = decimalOf(wire.rate, options);
  if (rate === undefined) {
    problems.add(ref, 'unreadable', 'The expense has no rate; it is left out.');
    return undefined;
  }
  return {
    kind: 'expense',
    ...shared,
    quantity: decimalOf(wire.quantity, options) ?? '1',
    rate,
    ...defined({
      rateIncludesVat: options.expenseRates === 'with-vat' ? true : undefined,
      vatRate: vatRateOf(wire.vatRate, options),
      productId: idOf(wire.product),
      productName: wire.product?.name ?? undefined,
    }),
  };
}

function mileageOf(shared: Shared, wire: WireEntry, account: Account): BillableItem | undefined {
  const ref: ItemRef = { kind: 'mileage', id: shared.id };
  const distance = decimalOf(wire.distance, account.options);
  const type = tripTypes[String(wire.type)];
  if (distance === undefined || type === undefined) {
    account.problems.add(ref, 'unknown-value', 'The distance or the type of the trip is not known; the trip is left out.');
    return undefined;
  }
  const addresses = defined({ fromAddress: wire.fromAddress ?? undefined, toAddress: wire.toAddress ?? undefined });
  return { kind: 'mileage', ...shared, distance, type, ...addresses };
}

function idOf(reference: { readonly id: number } | null | undefined): string | undefined {
  return reference === null || reference === undefined ? undefined : String(reference.id);
}
