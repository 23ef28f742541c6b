import { compareText } from '../identity/compare-ids.ts';
import { groupBy } from '../lists/group-by.ts';
import type { Invoice } from '../model/invoice.ts';
import type { Problem } from '../model/problem.ts';
import type { InvoiceNumberRule } from '../model/sales-entry.ts';
import { error, type Report } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';

/** The parts of an invoice that its number is made of. */
export type NumberedInvoice = Pick<Invoice, 'companyInvoicePrefix' | 'companyInvoiceId'>;

/** Visma's InvoiceNumber is a signed 32-bit integer. */
const MAX_NUMBER = 2_147_483_647;

/** What a rule does to one invoice number. */
export interface NumberSample {
  readonly invoiceId: string;
  readonly text: string;
  readonly number: number;
}

/** The full number as printed: prefix and id. */
export function invoiceNumberText(invoice: NumberedInvoice): string {
  return `${invoice.companyInvoicePrefix ?? ''}${invoice.companyInvoiceId}`;
}

function prefixDigits(prefix: string, rule: InvoiceNumberRule): string | undefined {
  if (rule.prefix === 'none') return '';
  if (rule.prefix === 'digits') return prefix.replace(/\D/g, '');
  const replacement = rule.prefix[prefix] ?? 'none';
  return /^\d*$/.test(replacement) ? replacement : undefined;
}

/** The number that Visma gets: `2026-` and 17 with 4 digits is 20260017. Reports a number that cannot be made. */
export function invoiceNumber(invoice: NumberedInvoice, rule: InvoiceNumberRule, report: Report): number | undefined {
  const text = invoiceNumberText(invoice);
  const { companyInvoiceId: id, companyInvoicePrefix = '' } = invoice;
  const prefix = prefixDigits(companyInvoicePrefix, rule);
  const digits = String(id);
  const number = Number((prefix ?? '') + digits.padStart(rule.idDigits, '0'));
  let why = '';
  if (!Number.isSafeInteger(id) || id < 0) why = 'its id is not a whole number';
  else if (prefix === undefined) why = `no digits are set for the prefix "${companyInvoicePrefix}"`;
  else if (rule.idDigits > 0 && digits.length > rule.idDigits) why = `its id has more than ${rule.idDigits} digits`;
  else if (number < 1 || number > MAX_NUMBER) why = `${number} is not between 1 and ${MAX_NUMBER}`;
  else return number;
  report(error('invoice-number', `Invoice number ${text}: ${why}.`, { number: text }));
  return undefined;
}

/**
 * Applies a rule to all known invoices and proves that no two of them get the same number, that each fits in 32 bits
 * and that none is among `taken` (numbers that Visma already has for other documents).
 */
export function checkInvoiceNumbers(
  rule: InvoiceNumberRule,
  invoices: readonly (NumberedInvoice & Pick<Invoice, 'id'>)[],
  taken: readonly number[] = [],
): { readonly samples: readonly NumberSample[]; readonly problems: readonly Problem[] } {
  const log = new ProblemLog();
  const used = new Set(taken);
  const samples = invoices.flatMap((invoice): NumberSample[] => {
    const number = invoiceNumber(invoice, rule, (issue) => { log.add(issue, [{ kind: 'invoice', id: invoice.id }]); });
    return number === undefined ? [] : [{ invoiceId: invoice.id, text: invoiceNumberText(invoice), number }];
  });
  const byNumber = groupBy(samples, ({ number }) => number);
  for (const [number, same] of byNumber) {
    const report = (message: string, those: readonly NumberSample[]): void => {
      log.add(error('invoice-number-taken', message, { number: String(number) }), those.map(({ invoiceId }) => ({ kind: 'invoice', id: invoiceId })));
    };
    for (const one of used.has(number) ? same : []) report(`${one.text} would be ${number}, which Visma has already.`, [one]);
    if (same.length > 1) report(`${same.map(({ text }) => text).sort(compareText).join(' and ')} would both be ${number}.`, same);
  }
  return { samples: [...byNumber.values()].flat(), problems: log.list() };
}
