import type { CustomerLedgerItemWithVoucherInput, Voucher } from '@x/visma-eaccounting';
import type { Difference } from '../ports/export-record.ts';
import { decimalOf, sameAmount } from './amounts.ts';

type BookedRow = CustomerLedgerItemWithVoucherInput['Voucher']['Rows'][number];

/**
 * Compares the voucher that Visma keeps with the one that was sent: no row added, none missing, amounts, accounts and
 * VAT codes kept. Rows are compared in order of account and amount, because Visma may sort them.
 * With Visma's automatic VAT calculation the added VAT rows are no difference (`allowAddedRows`).
 */
export function compareVoucher(
  sent: readonly BookedRow[],
  voucher: Pick<Voucher, 'Rows'>,
  allowAddedRows: boolean,
): Difference[] {
  const kept = [...voucher.Rows];
  const differences: Difference[] = [];
  for (const [index, row] of sent.entries()) {
    const place = bestMatch(row, kept);
    const found = place < 0 ? undefined : kept.splice(place, 1)[0];
    const at = `Voucher.Rows[${index + 1}]`;
    if (!found) {
      differences.push({ field: at, expected: describeRow(row), actual: '(none)' });
      continue;
    }
    differences.push(
      ...(allowAddedRows ? [] : number(`${at}.DebitAmount`, row.DebitAmount, found.DebitAmount)),
      ...(allowAddedRows ? [] : number(`${at}.CreditAmount`, row.CreditAmount, found.CreditAmount)),
      ...code(`${at}.VatCodeId`, row.VatCodeId, found.VatCodeId),
    );
  }
  if (!allowAddedRows) {
    for (const row of kept) {
      differences.push({ field: 'Voucher.Rows', expected: '(no further row)', actual: describeRow(row) });
    }
  }
  return differences;
}

interface AnyRow {
  readonly AccountNumber?: number | null | undefined;
  readonly DebitAmount?: number | null | undefined;
  readonly CreditAmount?: number | null | undefined;
  readonly VatCodeId?: string | null | undefined;
}

/** The kept row of the same account that agrees most with the sent one. */
function bestMatch(row: AnyRow, kept: readonly AnyRow[]): number {
  let best = -1;
  let bestScore = -1;
  for (const [index, each] of kept.entries()) {
    if (each.AccountNumber !== row.AccountNumber) {
      continue;
    }
    const score =
      Number(sameAmount(each.DebitAmount ?? 0, row.DebitAmount ?? 0)) +
      Number(sameAmount(each.CreditAmount ?? 0, row.CreditAmount ?? 0)) +
      Number((each.VatCodeId ?? null) === (row.VatCodeId ?? null));
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

function number(field: string, sent: number | null | undefined, kept: number | null | undefined): Difference[] {
  return sameAmount(sent ?? 0, kept ?? 0)
    ? []
    : [{ field, expected: decimalOf(sent ?? 0), actual: decimalOf(kept ?? 0) }];
}

function code(field: string, sent: string | null | undefined, kept: string | null | undefined): Difference[] {
  return (sent ?? null) === (kept ?? null)
    ? []
    : [{ field, expected: sent ?? '(none)', actual: kept ?? '(none)' }];
}

function describeRow(row: AnyRow): string {
  return `account ${String(row.AccountNumber)}, debit ${decimalOf(row.DebitAmount ?? 0)}, credit ${decimalOf(row.CreditAmount ?? 0)}`;
}
