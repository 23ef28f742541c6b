import { type InvoiceLine, type InvoiceProposal, type SalesEntry, type SalesEntryRow, type VatKind, explainInvoice, explainSalesEntry, explanationText } from '@x/billing-core';
import type { DocumentTotals, InvoiceItem, SalesEntryItem } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';
import type { Words } from '../run/words.ts';
import { coveredHours } from './covered-hours.ts';
import { differenceTable, documentLinks, outcomeBadge, reasonText } from './exports.ts';
import { day, decimal, money, period } from './format.ts';
import { type Html, html, nothing } from './markup.ts';
import { problemList } from './problems.ts';
import { table } from './table.ts';

const units = { hour: 'hours', km: 'km', piece: 'x' } as const;

/** One invoice: every line and warning, and, once it was written, what became of it. */
export function invoiceCard(item: InvoiceItem, parts: Pick<AppParts, 'documentUrl'>, { items, names }: Words): Html {
  const { proposal, customer, outcome, documents, key } = item;
  return html`<article class="card">
<h2>${customer.name} <span class="hint">${customer.number}</span> ${outcomeBadge(outcome)}</h2>
<p>${item.finish === 'draft' ? 'Draft invoice' : 'Final invoice'} of ${day(item.invoiceDate)} for ${period(proposal.supplyPeriod.from, proposal.supplyPeriod.to)}${customer.isNew ? html`. <strong>The customer is new in Visma</strong>` : nothing}${proposal.isCredit ? html`. <strong>A credit</strong>` : nothing}</p>
${reasonText(item.reason, outcome, names)}
${differenceTable(item.differences, names, sides(item))}
${item.likelyCause === undefined ? nothing : html`<p>Most likely: ${item.likelyCause}</p>`}
${problemList(item.problems, 'To look at')}
${proposalFigures(proposal, item, `Lines for ${customer.name}`)}
${coveredHours(item.coveredHours, items, 'marked')}
${Object.keys(documents).length === 0 ? nothing : documentLinks(parts, key, documents)}
</article>`;
}

/** The lines and totals of a proposal as the document prints them, and where each amount comes from. */
export function proposalFigures(proposal: InvoiceProposal, printed: DocumentTotals, caption: string): Html {
  return html`${lineTable(proposal.lines, printed, caption)}
${totals(printed, proposal.currencyCode)}
${printed.linesWithVat === null ? nothing : html`<p class="hint">A private customer: prices include VAT, which is taken out of the sum of the lines.</p>`}
${rounding(proposal)}
<details><summary>Where each amount comes from</summary><pre>${explanationText(explainInvoice(proposal))}</pre></details>`;
}

/** What its differences are between. */
function sides({ outcome }: Pick<InvoiceItem, 'outcome'>): readonly [before: string, now: string] {
  return outcome === 'stale' ? ['Shown', 'Now'] : ['Meant', 'In Visma'];
}

/** The lines of an invoice, with VAT in their prices where the document prints them so. */
function lineTable(lines: readonly InvoiceLine[], { linesWithVat }: DocumentTotals, caption: string): Html {
  const withVat = new Map((linesWithVat ?? []).map((line) => [line.key, line]));
  const including = linesWithVat === null ? '' : ' with VAT';
  return table({
    caption,
    columns: [{ title: 'Line' }, { title: 'Quantity', figures: true }, { title: `Price${including}`, figures: true }, { title: 'VAT', figures: true }, { title: `Amount${including}`, figures: true }],
    rows: lines.map((line) => {
      const { unitPrice, amount } = withVat.get(line.key) ?? line;
      return [line.text, `${decimal(line.quantity)} ${units[line.unit]}`, decimal(unitPrice), `${line.vatRate} %`, decimal(amount)];
    }),
  });
}

/** The sums of a document as it prints them. */
export function totals({ netAmount, vat, vatAmount, totalAmount }: DocumentTotals, currency: string): Html {
  return html`<dl class="totals">
<div><dt>Without VAT</dt><dd>${money(netAmount, currency)}</dd></div>
${vat.map(({ vatKind, rate, base, amount }) => html`<div><dt>VAT ${rate} % of ${decimal(base)}${vatKindNotes[vatKind] ?? ''}</dt><dd>${money(amount, currency)}</dd></div>`)}
${vat.length > 1 ? html`<div><dt>VAT together</dt><dd>${money(vatAmount, currency)}</dd></div>` : nothing}
<div class="sum"><dt>Total</dt><dd>${money(totalAmount, currency)}</dd></div>
</dl>`;
}

/** Why there is no VAT, where the rate alone does not say it. */
const vatKindNotes: Readonly<Partial<Record<VatKind, string>>> = {
  'domestic-exempt': ', exempt',
  'reverse-charge-domestic': ', reverse charge',
  'eu-service': ', service within the EU',
  'outside-eu-service': ', service outside the EU',
};

/** What rounding the hours, or prices, of a line adds or takes off; nothing where it is exact. */
function rounding({ roundingDifference, complete, currencyCode }: InvoiceProposal): Html {
  const less = roundingDifference.startsWith('-');
  const exact = /^-?0(\.0+)?$/.test(roundingDifference);
  // In cents for a person; the exact figure stands where each amount comes from.
  const cents = Math.abs(Number(roundingDifference)).toFixed(2);
  const difference = cents === '0.00' ? 'less than a cent' : money(cents, currencyCode);
  return html`${exact ? nothing : html`<p class="hint">Rounding the lines ${less ? 'takes off' : 'adds'} ${difference}, against exact hours and prices without VAT.</p>`}
${complete ? nothing : html`<p class="hint">Some items of this customer stay out, see the errors.</p>`}`;
}

/** One sales entry: every row of its voucher, and, once it was booked, what became of it. */
export function entryCard(item: SalesEntryItem, parts: Pick<AppParts, 'documentUrl'>, { names }: Words): Html {
  const { entry, documents } = item;
  return html`<article class="card">
<h2>Invoice ${item.number} <span class="hint">${item.customer.name}</span> ${outcomeBadge(item.outcome)}</h2>
${entry === null ? nothing : html`<p>Number ${entry.invoiceNumber} in Visma, of ${day(entry.invoiceDate)}, due ${day(entry.dueDate)}${item.customer.isNew ? html`. <strong>The customer is new in Visma</strong>` : nothing}</p>`}
${reasonText(item.reason, item.outcome, names)}
${differenceTable(item.differences, names, sides(item))}
${problemList(item.problems, 'To look at')}
${entry === null ? nothing : voucher(entry)}
${Object.keys(documents).length === 0 || entry === null ? nothing : documentLinks(parts, entry.key, documents)}
</article>`;
}

function voucher(entry: SalesEntry): Html {
  const amount = (text: string): string => (/^0(\.0+)?$/.test(text) ? '' : decimal(text));
  return html`${table({
    caption: `Booking of ${entry.invoiceNumberText}`,
    columns: [{ title: 'Account' }, { title: 'What' }, { title: 'Text' }, { title: 'Debit', figures: true }, { title: 'Credit', figures: true }],
    rows: entry.rows.map((row) => [row.account, rowName(row), row.text, amount(row.debit), amount(row.credit)]),
  })}
<dl class="totals">
<div><dt>Without VAT</dt><dd>${money(entry.netAmount, entry.currencyCode)}</dd></div>
<div><dt>VAT</dt><dd>${money(entry.vatAmount, entry.currencyCode)}</dd></div>
<div class="sum"><dt>Total</dt><dd>${money(entry.totalAmount, entry.currencyCode)}</dd></div>
</dl>
<details><summary>Where each amount comes from</summary><pre>${explanationText(explainSalesEntry(entry))}</pre></details>`;
}

const roles: Readonly<Record<SalesEntryRow['role'], string>> = { receivable: 'Debtors', revenue: 'Revenue', vat: 'VAT', rounding: 'Rounding' };

function rowName({ role, vatRate }: SalesEntryRow): string {
  return `${roles[role]}${vatRate === undefined ? '' : role === 'vat' ? ` ${vatRate} %` : ` at ${vatRate} % VAT`}`;
}
