import type { Account } from '../account.ts';
import { hasCode } from '../timechimp-error.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { replacement } from './customer-fields.ts';
import { customers, numberOf } from './customer-list.ts';

/**
 * Sets the customer number. The API has no conditional write, so the number is read directly before; the whole customer
 * is written back, because PUT replaces. After an unknown answer the customer is read again.
 */
export async function setNumber(
  account: Account,
  id: string,
  number: string,
  expected: string | null,
): Promise<'set' | 'changed' | 'missing'> {
  const [row] = await readByIds(account.v2, account, customers, [id]);
  if (row === undefined) return 'missing';
  if (numberOf(row) !== (expected?.trim() ?? '')) return 'changed';
  try {
    const body = replacement(row, { relationId: number });
    await account.v2.send({ method: 'PUT', path: `/customers/${id}`, operation: 'PUT /customers/{id}', body });
  } catch (error) {
    if (!hasCode(error, 'outcome-unknown')) throw error;
    const [now] = await readByIds(account.v2, account, customers, [id]);
    if (now === undefined || numberOf(now) !== number.trim()) throw error;
  }
  return 'set';
}
