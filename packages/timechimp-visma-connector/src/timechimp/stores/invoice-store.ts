import type { Invoice } from '@x/billing-core';
import * as z from 'zod';
import type { InvoiceStore } from '../../ports/invoice-store.ts';
import { type Account, type Accounts, v1Of } from '../account.ts';
import { drift, readEnvelope, type Row } from '../lists/envelope.ts';
import { checkLimit, parsePosition, positionText } from '../lists/position.ts';
import { hasCode } from '../timechimp-error.ts';
import { invoiceOf } from './invoice-fields.ts';
import { scan } from '../lists/scan.ts';

const rowsSchema = z.array(z.looseObject({ id: z.int().nonnegative() }));

/**
 * TimeChimp's own invoices, read only. API v1 answers with the whole list and has no pages, so a page is cut out of it.
 * It has no filter either: everything is narrowed down here.
 */
export function invoiceStore(accounts: Accounts): InvoiceStore {
  return {
    async page(accountId, { after, limit, from, to, statuses }) {
      checkLimit(limit);
      const lastId = parsePosition(after)?.lastId ?? -1;
      const account = await accounts(accountId);
      if (account === undefined) return { items: [] };
      const rows = (await allRows(account)).filter(({ id }) => id > lastId).sort((a, b) => a.id - b.id);
      const items: Invoice[] = [];
      for (const [index, row] of rows.entries()) {
        const invoice = invoiceOf(row, account);
        const wanted =
          (from === undefined || invoice.date >= from) &&
          (to === undefined || invoice.date <= to) &&
          (statuses?.includes(invoice.status) ?? true);
        if (wanted) items.push(invoice);
        if (items.length < limit) continue;
        return { items, ...(index + 1 < rows.length && { next: positionText({ skip: 0, lastId: row.id }) }) };
      }
      return { items };
    },
    async get(accountId, ids, signal) {
      const account = await accounts(accountId);
      if (account === undefined) return [];
      const wanted = new Set(ids);
      // One request each for a few, the whole list for many.
      if (wanted.size > 5) {
        const rows = await allRows(account, signal);
        return rows.filter(({ id }) => wanted.has(String(id))).map((row) => invoiceOf(row, account));
      }
      const invoices: Invoice[] = [];
      for (const id of wanted) {
        const row = /^(0|[1-9]\d{0,14})$/.test(id) ? await oneRow(account, id, signal) : undefined;
        if (row !== undefined) invoices.push(invoiceOf(row, account));
      }
      return invoices;
    },
  };
}

async function allRows(account: Account, signal?: AbortSignal): Promise<readonly Row[]> {
  if (account.options.invoicesFrom === 'v2') return scan(account.v2, { path: '/invoices' }, signal);
  const operation = 'GET /invoices (v1)';
  const body = await v1Of(account, 'Invoices').send({ method: 'GET', path: '/invoices', operation, signal });
  const { success, data } = rowsSchema.safeParse(body);
  if (!success) throw drift(operation, 'the answer is not a list of invoices');
  return data;
}

async function oneRow(account: Account, id: string, signal: AbortSignal | undefined): Promise<Row | undefined> {
  const v2 = account.options.invoicesFrom === 'v2';
  const operation = `GET /invoices/{id}${v2 ? '' : ' (v1)'}`;
  const api = v2 ? account.v2 : v1Of(account, 'Invoices');
  try {
    const body = await api.send({ method: 'GET', path: `/invoices/${id}`, operation, signal });
    const rows = v2 ? readEnvelope(body, operation).rows : rowsSchema.parse([body]);
    return rows.find((row) => String(row.id) === id);
  } catch (error) {
    if (hasCode(error, 'not-found')) return undefined;
    if (error instanceof z.ZodError) throw drift(operation, 'the answer is not an invoice');
    throw error;
  }
}
