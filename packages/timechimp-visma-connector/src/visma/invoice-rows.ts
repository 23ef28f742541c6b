import type { InvoiceLine } from '@x/billing-core';
import { multiplyMoney, negated, withVat } from './amounts.ts';
import type { ExpectedRow } from './expected-document.ts';
import { includesVat, type InvoicePlan } from './invoice-plan.ts';

/** The text row that states the supply period, in the language of the settings. */
export function periodText(plan: InvoicePlan): string {
  const { from, to } = plan.proposal.supplyPeriod;
  return plan.settings.grouping.language === 'nl'
    ? `Periode ${dutch(from)} t/m ${dutch(to)}`
    : `Period ${from} to ${to}`;
}

/** All rows in the order of the document: the period, the lines, the mark (as `{mark}`) as the last one. */
export function documentRows(plan: InvoicePlan): ExpectedRow[] {
  const rows: Omit<ExpectedRow, 'lineNumber'>[] = [];
  if (plan.settings.invoices.supplyPeriod !== 'deliveryDate') {
    rows.push({ isTextRow: true, text: periodText(plan) });
  }
  const gross = includesVat(plan.customer, plan.masterData);
  for (const line of plan.proposal.lines) {
    const row = gross ? grossRow(line) : netRow(line);
    rows.push(plan.proposal.isCredit ? turned(row) : row);
  }
  if (plan.settings.invoices.markPlace === 'textRow') {
    rows.push({ isTextRow: true, text: plan.settings.invoices.markText });
  }
  return rows.map((row, index) => ({ lineNumber: index + 1, ...row }));
}

function netRow(line: InvoiceLine): Omit<ExpectedRow, 'lineNumber'> {
  return {
    isTextRow: false,
    text: line.text,
    articleId: line.articleId,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    amount: line.amount,
    netAmount: line.amount,
    vatRate: line.vatRate,
  };
}

function grossRow(line: InvoiceLine): Omit<ExpectedRow, 'lineNumber'> {
  const unitPrice = withVat(line.unitPrice, line.vatRate);
  return { ...netRow(line), unitPrice, amount: multiplyMoney(line.quantity, unitPrice) };
}

/** A credit document shows what is given back as a positive quantity; its totals are negative. */
function turned(row: Omit<ExpectedRow, 'lineNumber'>): Omit<ExpectedRow, 'lineNumber'> {
  return {
    ...row,
    ...(row.quantity === undefined ? {} : { quantity: negated(row.quantity) }),
    ...(row.amount === undefined ? {} : { amount: negated(row.amount) }),
    ...(row.netAmount === undefined ? {} : { netAmount: negated(row.netAmount) }),
  };
}

function dutch(date: string): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}
