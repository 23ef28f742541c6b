/** The main job, step by step, as a person would do it on screen. Every step prints what that person would look at. */
import type { Connector, CreateInvoicesReport, ItemRef, Problem } from '@x/timechimp-visma-connector';
import { accountId, sentInvoiceId, unsentInvoiceId } from './data.ts';
import { chooseSettings } from './settings.ts';
import { grantAccess } from './consent.ts';
import { heading, line, table } from './print.ts';

/** Who does it, and with what. */
export interface Story {
  readonly connector: Connector;
  readonly tenantId: string;
  readonly redirectUri: string;
  /** A mistake to make on the way, to see what is said about it. */
  readonly mistake?: Mistake | undefined;
}

/** Mistakes that the story can make: each must end it with one clear message. */
export const mistakes = ['state', 'article', 'vat-map', 'unsent'] as const;

/** One of `mistakes`. */
export type Mistake = (typeof mistakes)[number];

const unknownArticle = '00000000-0000-4000-8000-000000000000';

/** Everything, once. Resolves when every step ended as it should; throws at the first that did not. */
export async function tell(story: Story): Promise<void> {
  await connect(story);
  await fillInSettings(story);
  await linkActivities(story);
  await importCustomers(story);
  await invoiceWork(story);
  await invoiceTerms(story);
  await bookInvoices(story);
}

async function connect({ connector, tenantId, redirectUri, mistake }: Story): Promise<void> {
  heading('Connect');
  const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
  line(`consent at ${new URL(url).host}, state and PKCE challenge included`);
  const callbackUrl = new URL(await grantAccess(url, redirectUri));
  if (mistake === 'state') callbackUrl.searchParams.set('state', 'of-somebody-else');
  const connected = await connector.completeConnect({ tenantId, callbackUrl });
  line(`connected with ${connected.companyName} (${connected.countryCode}, ${connected.currencyCode}); next: ${connected.next}`);
}

async function fillInSettings({ connector, tenantId, mistake }: Story): Promise<void> {
  heading('Settings');
  const chosen = await chooseSettings(connector, tenantId);
  const settings = mistake === 'vat-map' ? { ...chosen, vat: { ...chosen.vat, rates: [] } } : chosen;
  const { completeness, problems } = await connector.saveSettings({ tenantId, settings });
  line(`saved; ${String(completeness.percent)} % complete, ${String(problems.length)} warnings`);
}

async function linkActivities({ connector, tenantId, mistake }: Story): Promise<void> {
  heading('Link activities to articles');
  const { hits } = await connector.masterData({ tenantId, kind: 'articles', search: 'uur 21%' });
  const [first, second = first] = hits.filter((hit) => hit.usable);
  if (!first || !second) throw new Error('The administration has no active article counted in hours at 21 %.');
  for (const [activityId, article] of [['11', first], ['12', second]] as const) {
    const link = await connector.linkActivity({ tenantId, activityId, article: mistake === 'article' ? unknownArticle : String(article.value) });
    line(`${link.activityName} -> ${article.label} (${String(article.value)}): ${link.outcome}`);
  }
}

async function importCustomers({ connector, tenantId }: Story): Promise<void> {
  heading('Import customers');
  const { customers, mode } = await connector.importCustomers({ tenantId, mode: 'full' });
  const count = (outcome: string): string => String(customers.filter((customer) => customer.outcome === outcome).length);
  line(
    `${String(customers.length)} read (${mode}): ${count('created')} new, ${count('updated')} changed, ${count('unchanged')} unchanged, ` +
      `${count('no-number')} without a number, ${count('skipped')} inactive and unknown here, ${count('conflict')} in conflict`,
  );
  for (const customer of customers.filter(({ outcome }) => ['updated', 'no-number', 'conflict', 'refused'].includes(outcome))) {
    line(`${customer.outcome}: ${customer.number} ${customer.name} ${customer.message ?? ''}`);
  }
}

async function invoiceWork({ connector, tenantId }: Story): Promise<void> {
  heading('Invoice in Visma: chosen hours, expenses and trips');
  const refs: readonly ItemRef[] = [
    ...['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => ({ kind: 'time' as const, id })),
    ...['1', '2', '3'].map((id) => ({ kind: 'expense' as const, id })),
    ...['1', '2', '3'].map((id) => ({ kind: 'mileage' as const, id })),
  ];
  const preview = await connector.createInvoices({ tenantId, select: { refs }, preview: true });
  for (const { proposal, customer } of preview.invoices) {
    line(`preview for ${customer.number} ${customer.name}${customer.isNew ? ' (new in Visma)' : ''}, ${proposal.supplyPeriod.from} to ${proposal.supplyPeriod.to}`);
    table(proposal.lines.map(({ quantity, unit, unitPrice, amount, vatRate, text }) => [quantity, unit, unitPrice, amount, `${vatRate}%`, text]));
    line(`rounding against exact minutes: ${proposal.roundingDifference}`);
  }
  show(await connector.createInvoices({ tenantId, select: { refs } }));
}

async function invoiceTerms({ connector, tenantId }: Story): Promise<void> {
  heading('Unbilled items: a fixed price and a subscription');
  const select = { kinds: ['term'] as const, until: '2026-10-31' };
  const { customers } = await connector.unbilledItems({ tenantId, select });
  for (const { name, proposal } of customers) {
    for (const { text, amount } of proposal.lines) line(`unbilled for ${name}: ${text}, ${amount}`);
  }
  show(await connector.createInvoices({ tenantId, select }));
}

async function bookInvoices({ connector, tenantId, mistake }: Story): Promise<void> {
  heading('Create sales entries');
  const { entries } = await connector.createSalesEntries({ tenantId, invoiceIds: [sentInvoiceId, unsentInvoiceId] });
  for (const { number, customer, outcome, how, entry, problems, reason } of entries) {
    line(`${number} ${customer.name}: ${ended(outcome, how)}${reason ? `, ${reason.message}` : ''}`);
    if (outcome === 'exported') {
      table((entry?.rows ?? []).map(({ account, debit, credit, role, text }) => [account, debit, credit, role, text]));
    }
    for (const problem of problems) line(`  ${problem.message} ${problem.remedy}`);
  }
  if (mistake === 'unsent') stopAt(entries.flatMap(({ problems }) => problems));
  expectOutcomes(entries.filter(({ invoiceId }) => invoiceId === sentInvoiceId), ['exported', 'already-exported']);
  expectOutcomes(entries.filter(({ invoiceId }) => invoiceId === unsentInvoiceId), ['refused']);
}

function show({ invoices, newCustomers, excluded, problems }: CreateInvoicesReport): void {
  for (const { name, number, outcome } of newCustomers) line(`customer ${number} ${name}: ${outcome}`);
  for (const { customer, outcome, how, netAmount, vatAmount, totalAmount, reason } of invoices) {
    line(`draft for ${customer.number} ${customer.name}: net ${netAmount}, VAT ${vatAmount}, total ${totalAmount}: ${ended(outcome, how)}${reason ? ` (${reason.message})` : ''}`);
  }
  for (const { ref, message } of excluded) line(`left out: ${ref.kind} ${ref.id}: ${message}`);
  for (const { message, remedy } of problems) line(`note: ${message} ${remedy}`);
  stopAt(problems);
  expectOutcomes(invoices, ['exported', 'already-exported']);
}

/** The outcome, and whether an exported document was written now or was in Visma already. */
function ended(outcome: string, how: 'written' | 'adopted' | undefined): string {
  if (how === undefined) return outcome;
  return `${outcome} (${how === 'written' ? 'written now' : 'found in Visma and adopted, nothing written'})`;
}

/** Ends the story at problems that keep something from being written. */
function stopAt(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sentences = new Set(errors.map(({ message, remedy }) => `${message} ${remedy}`));
  if (sentences.size > 0) throw new Error([...sentences].join('\n'));
}

function expectOutcomes(items: readonly { readonly outcome: string }[], allowed: readonly string[]): void {
  const wrong = items.find(({ outcome }) => !allowed.includes(outcome));
  if (wrong) throw new Error(`This should have ended ${allowed.join(' or ')}: ${JSON.stringify(wrong, undefined, 2)}`);
}
