import { canonicalJson } from '@x/billing-core';
import type { CustomerUpsert, UpsertResult } from '../../ports/customer-store.ts';
import type { Account } from '../account.ts';
import { readEnvelope, type Row } from '../lists/envelope.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { scan } from '../lists/scan.ts';
import { hasCode, TimeChimpError } from '../timechimp-error.ts';
import { customerOf, isInternal, replacement, wireFields } from './customer-fields.ts';
import { carriersOf, customers, numberOf } from './customer-list.ts';

/** Customers by id, and who carries which number, kept up to date while a batch is written. */
interface Known {
  readonly byId: Map<string, Row>;
  readonly carriers: Map<string, Set<string>>;
}

/**
 * Writes customers one by one: the whole list is read once, each customer that changes is read again directly before its
 * PUT, so that what a person edited meanwhile stays. What TimeChimp refuses (a 4xx) is an outcome of that customer alone; anything
 * else ends the batch with an error, and repeating the batch finds what was done.
 */
export async function upsertCustomers(
  account: Account,
  batch: readonly CustomerUpsert[],
  signal: AbortSignal | undefined,
): Promise<readonly UpsertResult[]> {
  if (batch.length > 1000) throw new RangeError('At most 1000 customers at once.');
  const known = knownOf(batch.length === 0 ? [] : await scan(account.v2, customers, signal));
  const results: UpsertResult[] = [];
  for (const each of batch) results.push(await upsertOne(account, known, each, signal));
  return results;
}

async function upsertOne(
  account: Account,
  known: Known,
  { id, fields }: CustomerUpsert,
  signal: AbortSignal | undefined,
): Promise<UpsertResult> {
  const listed = id === undefined ? undefined : known.byId.get(id);
  if (id !== undefined && listed === undefined) return { outcome: 'missing', id };
  if (listed !== undefined && isInternal(listed)) {
    return { outcome: 'refused', id: String(listed.id), message: 'The own organisation and placeholders are not written.' };
  }
  const number = fields.number?.trim() ?? '';
  const taken = [...(known.carriers.get(number) ?? [])].some((carrier) => carrier !== id);
  if (number !== '' && taken && (listed === undefined || numberOf(listed) !== number)) {
    return { outcome: 'conflict', ...(id !== undefined && { id }), message: 'Another customer has this number.' };
  }
  if (listed !== undefined && !changes(account, listed, fields)) return { outcome: 'unchanged', id: String(listed.id) };
  try {
    return listed === undefined
      ? await create(account, known, fields, signal)
      : await update(account, known, String(listed.id), fields, signal);
  } catch (error) {
    if (error instanceof TimeChimpError && error.code === 'refused') {
      return { outcome: 'refused', ...(id !== undefined && { id }), message: error.message };
    }
    throw error;
  }
}

async function create(
  account: Account,
  known: Known,
  fields: CustomerUpsert['fields'],
  signal: AbortSignal | undefined,
): Promise<UpsertResult> {
  const operation = 'POST /customers';
  const body = { active: true, ...wireFields(fields) };
  let row: Row | undefined;
  try {
    const answer = await account.v2.send({ method: 'POST', path: '/customers', operation, body, signal });
    [row] = readEnvelope(answer, operation).rows;
  } catch (error) {
    if (!hasCode(error, 'outcome-unknown') && !hasCode(error, 'api-drift')) throw error;
    row = await created(account, fields, signal);
    if (row === undefined) throw unknown(operation, error);
  }
  if (row === undefined) throw unknown(operation, undefined);
  note(known, { ...body, ...row });
  return { outcome: 'created', id: String(row.id) };
}

/** Looks for a customer whose creation may have been carried out. Without a number nobody can tell. */
async function created(
  account: Account,
  fields: CustomerUpsert['fields'],
  signal: AbortSignal | undefined,
): Promise<Row | undefined> {
  if ((fields.number?.trim() ?? '') === '') return undefined;
  const carriers = await carriersOf(account, fields.number ?? '', signal);
  return carriers.length === 1 ? carriers[0] : undefined;
}

async function update(
  account: Account,
  known: Known,
  id: string,
  fields: CustomerUpsert['fields'],
  signal: AbortSignal | undefined,
): Promise<UpsertResult> {
  const [row] = await readByIds(account.v2, account, customers, [id], signal);
  if (row === undefined) return { outcome: 'missing', id };
  const body = replacement(row, wireFields(fields));
  try {
    await account.v2.send({ method: 'PUT', path: `/customers/${id}`, operation: 'PUT /customers/{id}', body, signal });
  } catch (error) {
    if (!hasCode(error, 'outcome-unknown')) throw error;
    const [now] = await readByIds(account.v2, account, customers, [id], signal);
    if (now === undefined || changes(account, now, fields)) throw error;
  }
  note(known, { ...row, ...wireFields(fields) });
  return { outcome: 'updated', id };
}

/** Whether writing the fields would change the customer as the connector sees it. */
function changes(account: Account, row: Row, fields: CustomerUpsert['fields']): boolean {
  const next = { ...row, ...wireFields(fields) };
  return canonicalJson(customerOf(row, account.options)) !== canonicalJson(customerOf(next, account.options));
}

function knownOf(rows: readonly Row[]): Known {
  const known: Known = { byId: new Map(), carriers: new Map() };
  for (const row of rows) note(known, row);
  return known;
}

function note(known: Known, row: Row): void {
  const id = String(row.id);
  const earlier = known.byId.get(id);
  if (earlier !== undefined) known.carriers.get(numberOf(earlier))?.delete(id);
  known.byId.set(id, row);
  const number = numberOf(row);
  known.carriers.set(number, (known.carriers.get(number) ?? new Set()).add(id));
}

function unknown(operation: string, cause: unknown): TimeChimpError {
  const message = `${operation} may have created a customer: look in TimeChimp before repeating.`;
  return new TimeChimpError('outcome-unknown', message, { delivery: 'unknown', operation, cause });
}
