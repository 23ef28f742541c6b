import type { Account } from '../account.ts';
import type { Row } from '../lists/envelope.ts';
import { quoted } from '../lists/filter.ts';
import { scan } from '../lists/scan.ts';

/** Customers with their contacts and tags: a PUT needs both, or it would remove them. */
export const customers = { path: '/customers', expand: 'contacts,tags' } as const;

/** All customers that carry the number: trimmed, otherwise to the letter, whatever the API's filter thinks of case. */
export async function carriersOf(account: Account, number: string, signal?: AbortSignal): Promise<readonly Row[]> {
  const wanted = number.trim();
  const filter = account.options.numberLookup === 'filter' ? `relationId eq ${quoted(wanted)}` : undefined;
  const rows = await scan(account.v2, { ...customers, filter }, signal);
  return rows.filter((row) => numberOf(row) === wanted);
}

/** The number that a customer carries, trimmed; empty when it has none. */
export function numberOf(row: Row): string {
  const { relationId } = row;
  return typeof relationId === 'string' ? relationId.trim() : '';
}
