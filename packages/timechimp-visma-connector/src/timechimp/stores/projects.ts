import type { Frequency, InvoiceMethod, Project, ProjectInvoicing, Subscription } from '@x/billing-core';
import * as z from 'zod';
import type { Account } from '../account.ts';
import { drift, type Row } from '../lists/envelope.ts';
import { projectFactsSchema, projectSchema, type WireProject, type WireProjectFacts } from '../schemas/project.ts';
import { dayOf, isUnclear } from '../values/day.ts';
import { statusOf } from '../values/status.ts';
import { defined, textOf } from '../values/text.ts';
import { decimalOf, rateOf } from './rates.ts';

/** The methods in the order of the numbers that API v1 gives them, from 1. */
const methods: readonly InvoiceMethod[] = [
  'NoInvoicing', 'TaskHourlyRate', 'UserHourlyRate', 'ProjectHourlyRate', 'CustomerHourlyRate', 'ProjectRate', 'TaskRate',
  'MilestoneRate', 'Subscription',
];
const frequencies: readonly Frequency[] = ['Week', 'Month', 'Quarter', 'Year'];

/** What API v1 tells about projects by id, or undefined where nobody can ask it. */
export type ProjectFacts = ReadonlyMap<number, WireProjectFacts> | undefined;

const needsFacts: ReadonlySet<InvoiceMethod> = new Set(['ProjectRate', 'TaskRate', 'MilestoneRate', 'Subscription']);

/**
 * Projects with what API v1 adds (subscriptions, whether there are instalments): its whole list is read, once, when one of the
 * projects needs it and a key was given.
 */
export async function projectsOf(account: Account, rows: readonly Row[]): Promise<readonly Project[]> {
  const wires = rows.flatMap((row) => read(account, row) ?? []);
  const ask = account.v1 !== undefined && wires.some(({ method }) => needsFacts.has(method));
  const facts = ask ? await readFacts(account) : undefined;
  return wires.flatMap(({ wire, method }) => projectOf(account, wire, method, facts) ?? []);
}

function read(account: Account, row: Row): { readonly wire: WireProject; readonly method: InvoiceMethod } | undefined {
  const { success, data: wire } = projectSchema().safeParse(row);
  if (!success) {
    account.problems.add(`project:${row.id}`, 'unreadable', 'The project does not look as expected; it is left out.');
    return undefined;
  }
  const given = wire.invoicing?.method ?? 'NoInvoicing';
  const method = methods.find((each, index) => each === given || index + 1 === given);
  if (method !== undefined) return { wire, method };
  account.problems.add(`project:${row.id}`, 'unknown-value', `The way of invoicing "${given}" is not known; the project is left out.`);
  return undefined;
}

async function readFacts(account: Account): Promise<ProjectFacts> {
  const operation = 'GET /projects (v1)';
  const body = await account.v1?.send({ method: 'GET', path: '/projects', operation });
  const { success, data } = z.array(projectFactsSchema()).safeParse(body);
  if (!success) throw drift(operation, 'the answer is not a list of projects');
  return new Map(data.map((facts) => [facts.id, facts]));
}

function projectOf(account: Account, wire: WireProject, method: InvoiceMethod, facts: ProjectFacts): Project | undefined {
  const { options, problems } = account;
  if (!wire.customer) {
    problems.add(`project:${wire.id}`, 'no-customer', 'The project names no customer; it is left out.');
    return undefined;
  }
  const fixed = fixedPrices(account, wire, method, facts);
  return defined({
    id: String(wire.id),
    customerId: String(wire.customer.id),
    name: wire.name ?? '',
    code: textOf(wire.code),
    startDate: dayOf(wire.startDate),
    endDate: dayOf(wire.endDate),
    invoicing: invoicingOf(account, wire, method, facts, fixed),
    // `active` of a project's task is not read. TimeChimp documents no meaning; the likeliest one is what may be written on
    // from now on. Hours that stand there stay billable at its rate, and a price that was agreed for it is still due.
    tasks: (wire.projectTasks ?? []).flatMap(({ id, billable, hourlyRate, fixedRate, task }) =>
      task
        ? [defined({
            id: String(id),
            activityId: String(task.id),
            billable: billable ?? undefined,
            hourlyRate: rateOf(hourlyRate, options),
            fixedRate: fixed ? rateOf(fixedRate, options) : undefined,
          })]
        : [],
    ),
    users: (wire.projectUsers ?? []).flatMap(({ hourlyRate, user }) =>
      user ? [defined({ userId: String(user.id), hourlyRate: rateOf(hourlyRate, options) })] : [],
    ),
  });
}

function invoicingOf(
  account: Account,
  wire: WireProject,
  method: InvoiceMethod,
  facts: ProjectFacts,
  fixed: boolean,
): ProjectInvoicing {
  const { options } = account;
  const { hourlyRate, fixedRate, reference, date } = wire.invoicing ?? {};
  return defined({
    method,
    hourlyRate: rateOf(hourlyRate, options),
    fixedRate: fixed ? rateOf(fixedRate, options) : undefined,
    date: dayOf(date),
    reference: textOf(reference),
    subscription: method === 'Subscription' ? subscriptionOf(account, wire.id, facts) : undefined,
  });
}

/** Whether the project's fixed price may be proposed: not when it is, or may be, invoiced otherwise. */
function fixedPrices(account: Account, { id, startDate, endDate, invoicing }: WireProject, method: InvoiceMethod, facts: ProjectFacts): boolean {
  if (method !== 'ProjectRate' && method !== 'TaskRate' && method !== 'MilestoneRate') return true;
  const known = facts?.get(id);
  const record = `project:${id}`;
  const { problems, options } = account;
  if (method === 'MilestoneRate' || known?.invoiceInInstallments === true) {
    problems.add(record, 'instalments-unreadable', 'The project is invoiced in parts, which TimeChimp shows in no API: its price is withheld.');
    return false;
  }
  if ([startDate, endDate, invoicing?.date].some(isUnclear)) {
    problems.add(record, 'date-unclear', 'A date of the project is not a plain day, so nobody can tell when its fixed price is due: it is withheld.');
    return false;
  }
  if (statusOf(known?.invoiceStatus) === 'Invoiced') {
    problems.add(record, 'fixed-price-invoiced', 'TimeChimp says that the fixed price was invoiced; it is not proposed.');
    return false;
  }
  if (known !== undefined || method === 'TaskRate') return true;
  const withheld = options.fixedPricesWithoutV1 === 'withhold';
  const what = withheld ? 'it is not proposed' : 'it is proposed as one amount';
  problems.add(record, 'instalments-unknown', `Nobody can tell whether the fixed price is invoiced in instalments; ${what}.`);
  return !withheld;
}

function subscriptionOf(account: Account, id: number, facts: ProjectFacts): Subscription | undefined {
  const { options, problems } = account;
  const wire = facts?.get(id)?.projectSubscription;
  const given = wire?.frequency;
  const frequency = frequencies.find((each, index) => each === given || index + 1 === given);
  const startDate = dayOf(wire?.startDate);
  const endDate = dayOf(wire?.endDate);
  const asQuantity = options.subscriptionAmount === 'quantity';
  const price = decimalOf(asQuantity ? wire?.rate : wire?.amount, options);
  // An end that cannot be read must not become "open-ended".
  const endLost = isUnclear(wire?.endDate);
  if (!wire || frequency === undefined || startDate === undefined || price === undefined || endLost) {
    const why = facts === undefined ? 'API v2 does not show it, and no key of API v1 was given' : 'API v1 does not show it whole';
    problems.add(`project:${id}`, 'subscription-unreadable', `The subscription cannot be read: ${why}. It is not proposed.`);
    return undefined;
  }
  return defined({
    frequency,
    startDate,
    endDate,
    quantity: asQuantity ? decimalOf(wire.amount, options) : undefined,
    price,
    description: textOf(wire.description),
  });
}
