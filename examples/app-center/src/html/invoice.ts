import { type InvoiceLine, type InvoiceProposal, type SalesEntry, explainInvoice, explainSalesEntry, explanationText } from '@x/billing-core';
import type { InvoiceItem, SalesEntryItem } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';
import { differenceTable, documentLinks, outcomeBadge, reasonText } from './exports.ts';
import { day, decimal, money, period } from './format.ts';
import { type Html, html, nothing } from './markup.ts';
import { problemList } from './problems.ts';
import { table } from './table.ts';

const units = { hour: 'hours', km: 'km', piece: 'x' } as const;

/** One invoice: every line and warning, and, once it was written, what became of it. */
export function invoiceCard(item: InvoiceItem, parts: Pick<AppParts, 'documentUrl'>): Html {
  const { proposal, customer, outcome, documents, key } = item;
  return html`<article class="card">
<h2>${customer.name} <span class="hint">${customer.number}</span> ${outcomeBadge(outcome)}</h2>
<p>${item.finish === 'draft' ? 'Draft invoice' : 'Final invoice'} of ${day(item.invoiceDate)} for ${period(proposal.supplyPeriod.from, proposal.supplyPeriod.to)}${customer.isNew ? html`. <strong>The customer is new in Visma</strong>` : nothing}${proposal.isCredit ? html`. <strong>A credit</strong>` : nothing}</p>
${reasonText(item.reason)}
${differenceTable(item.differences, sides(item))}
${item.likelyCause === undefined ? nothing : html`<p>Most likely: ${item.likelyCause}</p>`}
${problemList(item.problems, 'To look at')}
${proposalFigures(proposal, `Lines for ${customer.name}`)}
${Object.keys(documents).length === 0 ? nothing : documentLinks(parts, key, documents)}
</article>`;
}

/** The lines and totals of a proposal, and where each amount comes from. */
export function proposalFigures(proposal: InvoiceProposal, caption: string): Html {
  return html`${lineTable(proposal.lines, caption)}
${totals(proposal, proposal.currencyCode)}
<details><summary>Where each amount comes from</summary><pre>${explanationText(explainInvoice(proposal))}</pre></details>`;
}

/** What its differences are between. */
function sides({ outcome }: Pick<InvoiceItem, 'outcome'>): readonly [before: string, now: string] {
  return outcome === 'stale' ? ['Shown', 'Now'] : ['Meant', 'In Visma'];
}

/** The lines of an invoice. */
function lineTable(lines: readonly InvoiceLine[], caption: string): Html {
  return table({
    caption,
    columns: [{ title: 'Line' }, { title: 'Quantity', figures: true }, { title: 'Price', figures: true }, { title: 'VAT', figures: true }, { title: 'Amount', figures: true }],
    rows: lines.map(({ text, quantity, unit, unitPrice, vatRate, amount }) => [text, `${decimal(quantity)} ${units[unit]}`, decimal(unitPrice), `${vatRate} %`, decimal(amount)]),
  });
}

function totals({ netAmount, vat, vatAmount, totalAmount, roundingDifference, complete }: InvoiceProposal, currency: string): Html {
  return html`<dl class="totals">
<div><dt>Net</dt><dd>${money(netAmount, currency)}</dd></div>
${vat.map(({ rate, base, amount }) => html`<div><dt>VAT ${rate} % of ${decimal(base)}</dt><dd>${money(amount, currency)}</dd></div>`)}
${vat.length > 1 ? html`<div><dt>VAT together</dt><dd>${money(vatAmount, currency)}</dd></div>` : nothing}
<div class="sum"><dt>Total</dt><dd>${money(totalAmount, currency)}</dd></div>
</dl>
<p class="hint">Rounding against exact minutes: ${decimal(roundingDifference)}${complete ? '' : '. Some items of this customer stay out, see the errors.'}</p>`;
}

/** One sales entry: every row of its voucher, and, once it was booked, what became of it. */
export function entryCard(item: SalesEntryItem, parts: Pick<AppParts, 'documentUrl'>): Html {
  const { entry, documents } = item;
  return html`<article class="card">
<h2>Invoice ${item.number} <span class="hint">${item.customer.name}</span> ${outcomeBadge(item.outcome)}</h2>
${entry === null ? nothing : html`<p>Number ${entry.invoiceNumber} in Visma, of ${day(entry.invoiceDate)}, due ${day(entry.dueDate)}${item.customer.isNew ? html`. <strong>The customer is new in Visma</strong>` : nothing}</p>`}
${reasonText(item.reason)}
${differenceTable(item.differences, sides(item))}
${problemList(item.problems, 'To look at')}
${entry === null ? nothing : voucher(entry)}
${Object.keys(documents).length === 0 || entry === null ? nothing : documentLinks(parts, entry.key, documents)}
</article>`;
}

function voucher(entry: SalesEntry): Html {
  const amount = (text: string): string => (/^0(\.0+)?$/.test(text) ? '' : decimal(text));
  return html`${table({
    caption: `Booking of ${entry.invoiceNumberText}`,
    columns: [{ title: 'Text' }, { title: 'Account' }, { title: 'Debit', figures: true }, { title: 'Credit', figures: true }],
    rows: entry.rows.map(({ text, account, debit, credit }) => [text, account, amount(debit), amount(credit)]),
  })}
<dl class="totals">
<div><dt>Net</dt><dd>${money(entry.netAmount, entry.currencyCode)}</dd></div>
<div><dt>VAT</dt><dd>${money(entry.vatAmount, entry.currencyCode)}</dd></div>
<div class="sum"><dt>Total</dt><dd>${money(entry.totalAmount, entry.currencyCode)}</dd></div>
</dl>
<details><summary>Where each amount comes from</summary><pre>${explanationText(explainSalesEntry(entry))}</pre></details>`;
}
