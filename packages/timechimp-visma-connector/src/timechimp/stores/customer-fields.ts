import type { SourceAddress, SourceCustomer, SourceCustomerFields } from '../../ports/customer-store.ts';
import { drift, type Row } from '../lists/envelope.ts';
import type { ResolvedOptions } from '../options.ts';
import { customerSchema, type WireCustomer } from '../schemas/customer.ts';
import { TimeChimpError } from '../timechimp-error.ts';
import { defined, textOf } from '../values/text.ts';
import { rateOf, vatRateOf } from './rates.ts';

/** A customer of API v2 as the connector knows it. The number is `relationId`, the registration number `kvkNumber`. */
export function customerOf(row: Row, options: ResolvedOptions): SourceCustomer {
  const { success, data: wire } = customerSchema().safeParse(row);
  if (!success) throw drift('GET /customers', `customer ${row.id} does not look as expected`);
  return defined({
    id: String(wire.id),
    name: wire.name ?? '',
    number: textOf(wire.relationId),
    active: wire.active ?? true,
    address: addressOf(wire.address),
    invoiceAddress: addressOf(wire.invoiceAddress),
    email: textOf(wire.email),
    phone: textOf(wire.phone),
    website: textOf(wire.website),
    vatNumber: textOf(wire.vatNumber),
    registrationNumber: textOf(wire.kvkNumber),
    iban: textOf(wire.iban),
    paymentDays: wire.paymentPeriod ?? undefined,
    hourlyRate: rateOf(wire.hourlyRate, options),
    mileageRate: rateOf(wire.mileageRate, options),
    vatRate: vatRateOf(wire.vatRate, options),
    internal: wire.intern === true ? true : undefined,
    unspecified: wire.unspecified === true ? true : undefined,
    contacts: contactsOf(wire),
  });
}

/** Whether the customer is the own organisation or a placeholder: nothing of it is invoiced, and nothing is written to it. */
export function isInternal(row: Row): boolean {
  return row['intern'] === true || row['unspecified'] === true;
}

/** Fields to write, as API v2 names them. Only fields that are given appear. */
export function wireFields(fields: Partial<SourceCustomerFields>): Record<string, unknown> {
  return defined({
    name: fields.name,
    relationId: fields.number,
    active: fields.active,
    address: wireAddress(fields.address),
    invoiceAddress: wireAddress(fields.invoiceAddress),
    email: fields.email,
    phone: fields.phone,
    website: fields.website,
    vatNumber: fields.vatNumber,
    kvkNumber: fields.registrationNumber,
    iban: fields.iban,
    paymentPeriod: fields.paymentDays,
  });
}

const readOnly = new Set(['id', 'created', 'modified', 'intern', 'unspecified', 'projects']);

/** Collections that a PUT of a customer takes away unless its body names them; they are shown on request only. */
const collections = ['contacts', 'tags'] as const;

/**
 * The whole body of a PUT, which replaces: everything that was read (contacts and tags expanded, or they would be lost),
 * relations as ids, with the changes on top. Fields that the adapter does not know go back as they came. Throws `refused` where TimeChimp
 * did not show a collection.
 */
export function replacement(row: Row, changes: Record<string, unknown>): Record<string, unknown> {
  const hidden = collections.filter((name) => !Array.isArray(row[name]));
  if (hidden.length > 0) {
    const message = `TimeChimp did not show the ${hidden.join(' and ')} of customer ${row.id}, and a change would take them away.`;
    throw new TimeChimpError('refused', message, { delivery: 'not-sent', operation: 'PUT /customers/{id}' });
  }
  const kept = Object.entries(row).filter(([name]) => !readOnly.has(name));
  const body = Object.fromEntries(kept.map(([name, value]) => [name, relationNames.has(name) ? idsOnly(value) : value]));
  return { ...body, ...changes };
}

const relationNames = new Set(['vatRate', 'tags', 'contacts']);

function idsOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idsOnly);
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : value;
}

function addressOf(wire: WireCustomer['address']): SourceAddress | undefined {
  const address = defined({
    street: textOf(wire?.address),
    postalCode: textOf(wire?.postalCode),
    city: textOf(wire?.city),
    country: textOf(wire?.country),
  });
  return Object.keys(address).length === 0 ? undefined : address;
}

function wireAddress(address: SourceAddress | undefined): Record<string, unknown> | undefined {
  if (address === undefined) return undefined;
  const { street, postalCode, city, country } = address;
  return { address: street ?? null, postalCode: postalCode ?? null, city: city ?? null, country: country ?? null };
}

function contactsOf(wire: WireCustomer): SourceCustomer['contacts'] {
  const contacts = (wire.contacts ?? []).map(({ name, email, useForInvoicing }) =>
    defined({ name: name ?? '', email: textOf(email), forInvoices: useForInvoicing ?? false }),
  );
  return contacts.length === 0 ? undefined : contacts;
}
