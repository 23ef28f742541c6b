import { payloadHash } from '@x/billing-core';
import type { ExportPlan } from '../export/plan.ts';
import type { Difference, ExportReason } from '../ports/export-record.ts';
import type { ItemRef } from '../ports/item-ref.ts';
import type { JsonValue } from '../ports/json.ts';
import type { InvoicePayload } from '../visma/payloads.ts';
import { error, type Problem } from './problem.ts';

/**
 * What a preview showed of one document. Pass it on as it is (it is plain JSON) to the run that is to write just this. A
 * run compares the hash; the figures only say what is different.
 */
export interface DocumentExpectation {
  readonly key: string;
  /** What it is made of: the `sources` of a problem that says it is no longer planned. */
  readonly sources: readonly ItemRef[];
  /** Of everything that would be written, Visma's id of the customer apart: a customer may be created in between. */
  readonly hash: string;
  /** What a person sees of it, by Visma's name of the field: dates, texts, amounts, and one line for each row. */
  readonly figures: Readonly<Record<string, string>>;
}

/** A document that is not what the preview showed: it is not written. */
export interface Unexpected {
  readonly reason: ExportReason;
  readonly differences: readonly Difference[];
}

/** Stands for the id of the customer in Visma. */
const anyCustomer = '{customer}';

/** What would be written. `shown`: what a person knows it by and the body does not say, such as the customer's name. */
export function expectationOf(
  plan: (customerId: string) => ExportPlan,
  shown: Readonly<Record<string, string>> & { readonly customer: string },
): DocumentExpectation {
  const { key, sources, finish, payload, payloadHash: content } = plan(anyCustomer);
  const body = (payload as { readonly body?: JsonValue }).body ?? null;
  return {
    key,
    sources: sources.map(({ ref }) => ref),
    hash: payloadHash({ shown, finish, content }).slice(0, 32),
    figures: { ...shown, finish, ...figuresIn(body, '') },
  };
}

/**
 * Compares what is planned with what was expected. Without an expectation everything is as expected. Documents that were
 * shown and are no longer planned are problems: their items changed, or are gone or exported by now.
 */
export function unexpectedDocuments(
  planned: readonly DocumentExpectation[],
  expected: readonly DocumentExpectation[] | undefined,
): { readonly unexpected: ReadonlyMap<string, Unexpected>; readonly missing: readonly Problem[] } {
  const unexpected = new Map<string, Unexpected>();
  if (!expected) {
    return { unexpected, missing: [] };
  }
  const shown = new Map(expected.map((each) => [each.key, each]));
  const now = new Set(planned.map((each) => each.key));
  const gone = expected.filter((each) => !now.has(each.key));
  for (const plan of planned) {
    const before = shown.get(plan.key);
    if (!before) {
      // Other items make another document; where the customer had one that is gone, the two are compared.
      const [former, second] = gone.filter(({ figures }) => figures['customer'] === plan.figures['customer']);
      unexpected.set(plan.key, { reason: notShown, differences: former && !second ? differencesOf(former, plan) : [] });
    } else if (before.hash !== plan.hash) {
      unexpected.set(plan.key, { reason: outdated, differences: differencesOf(before, plan) });
    }
  }
  return {
    unexpected,
    missing: gone.map(({ key, sources, figures }) => ({
      ...error('preview-outdated', key, `The document for ${figures['customer'] ?? key} is no longer planned as the preview showed it.`, 'Make a new preview.'),
      sources,
    })),
  };
}

const outdated = { code: 'preview-outdated', message: 'It would no longer be what the preview showed; nothing was written.' };
const notShown = { code: 'not-previewed', message: 'The preview did not show it; nothing was written.' };

/** What a new payload of an invoice changes, as a person sees it: dates, texts, rows, totals. */
export function invoiceChanges(before: InvoicePayload, now: InvoicePayload): readonly Difference[] {
  return differentFigures(figuresOf(before), figuresOf(now));
}

function figuresOf({ body, expected }: InvoicePayload): Record<string, string> {
  const { totalAmount, vatAmount } = expected;
  return { TotalAmount: totalAmount, TotalVatAmount: vatAmount, ...figuresIn(body as unknown as JsonValue, '') };
}

/** Every figure that differs; the hashes where no figure does. */
function differencesOf(before: DocumentExpectation, now: DocumentExpectation): readonly Difference[] {
  const different = differentFigures(before.figures, now.figures);
  return different.length > 0 ? different : [{ field: 'content', expected: before.hash, actual: now.hash }];
}

function differentFigures(before: DocumentExpectation['figures'], now: DocumentExpectation['figures']): Difference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...fields].flatMap((field) => {
    const [expected = '(none)', actual = '(none)'] = [before[field], now[field]];
    return expected === actual ? [] : [{ field, expected, actual }];
  });
}

/** The values of a body, flat: those of a row in one line, switches left out. */
function figuresIn(value: JsonValue, at: string): Record<string, string> {
  if (Array.isArray(value)) {
    return Object.fromEntries((value as readonly JsonValue[]).map((row, index) => [`${at}[${index + 1}]`, lineOf(row)]));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value as Readonly<Record<string, JsonValue>>).filter(([, each]) => each !== anyCustomer);
    return Object.assign({}, ...fields.map(([field, each]) => figuresIn(each, at === '' ? field : `${at}.${field}`))) as Record<string, string>;
  }
  return typeof value === 'string' || typeof value === 'number' ? { [at]: String(value) } : {};
}

/** What a person looks at first. */
const firstOfRow: readonly string[] = ['Text', 'Quantity', 'UnitPrice'];

/** Zero here says no more than that there is none. */
const saysNothingAtZero: readonly string[] = ['DiscountPercentage', 'DebitAmount', 'CreditAmount'];

/**
 * The text of a row, then each value behind the name of its field: `Advice | Quantity 1 | UnitPrice 95`. In an order of its
 * own: a database may give the fields of what it stored in another order than they were written.
 */
function lineOf(row: JsonValue): string {
  const { LineNumber: _, ...figures } = figuresIn(row, '');
  const rest = Object.keys(figures).filter((field) => !firstOfRow.includes(field) && !(saysNothingAtZero.includes(field) && figures[field] === '0')).sort();
  return [...firstOfRow, ...rest].flatMap((field) => (figures[field] === undefined ? [] : field === 'Text' ? figures[field] : `${field} ${figures[field]}`)).join(' | ');
}
