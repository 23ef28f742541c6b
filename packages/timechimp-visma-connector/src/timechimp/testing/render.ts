import type { FakeCustomer, FakeEntry, FakeExpense, FakeMileage, FakeProject, FakeTime } from './records.ts';
import type { FakeState } from './state.ts';

/** Rows of API v2. Collections are there only when they were asked for by `$expand`. */
export type Render<T> = (state: FakeState, record: T, expand: ReadonlySet<string>) => Record<string, unknown>;

/** A customer: everything it has, the VAT rate inline, contacts and tags on request. */
export const renderCustomer: Render<FakeCustomer> = (state, { contacts = [], tags = [], vatRate, ...customer }, expand) => ({
  active: true, intern: false, unspecified: false, prospect: false, relationId: null, address: null, invoiceAddress: null,
  phone: null, email: null, website: null, paymentPeriod: null, hourlyRate: null, mileageRate: null, iban: null, bic: null,
  vatNumber: null, kvkNumber: null, notes: null, created: '2024-01-01T08:00:00Z', modified: '2024-01-01T08:00:00Z',
  ...customer,
  vatRate: vatRateOf(state, vatRate),
  ...(expand.has('contacts') && {
    contacts: contacts.map(({ id }) => ({ email: null, useForInvoicing: false, ...(state.contacts.get(id) ?? { id }) })),
  }),
  ...(expand.has('tags') && { tags }),
});

/** A project of v2: no subscription amounts, no instalments, no state of invoicing. */
export const renderProject: Render<FakeProject> = (state, project, expand) => ({
  id: project.id, active: true, unspecified: false, name: project.name, code: project.code ?? null,
  startDate: project.startDate ?? null, endDate: project.endDate ?? null,
  invoicing: {
    method: project.method, hourlyRate: project.hourlyRate ?? null, fixedRate: project.fixedRate ?? null,
    reference: project.reference ?? null, date: project.invoiceDate ?? null,
  },
  customer: named(state.customers.get(project.customerId ?? -1)),
  ...(expand.has('projectTasks') && {
    projectTasks: (project.tasks ?? []).map(({ taskId, ...rest }) => ({
      active: true, billable: true, hourlyRate: null, fixedRate: null, ...rest,
      task: named(state.tasks.get(taskId)) ?? { id: taskId },
    })),
  }),
  ...(expand.has('projectUsers') && {
    projectUsers: (project.users ?? []).map(({ userId, ...rest }) => ({ active: true, hourlyRate: null, ...rest, user: { id: userId } })),
  }),
});

/** A project of v1, whose dates have a time of day. */
export function renderProjectV1(project: FakeProject): Record<string, unknown> {
  const { subscription } = project;
  return {
    id: project.id, name: project.name, customerId: project.customerId, active: true,
    invoiceInInstallments: project.installments ?? false,
    invoiceStatus: project.invoiceStatus ?? 0,
    projectSubscription: subscription === undefined ? null : {
      id: project.id, description: null, amount: 1, rate: 0, ...subscription,
      startDate: `${subscription.startDate}T00:00:00`,
      endDate: typeof subscription.endDate === 'string' ? `${subscription.endDate}T00:00:00` : null,
    },
  };
}

function renderEntry(state: FakeState, entry: FakeEntry): Record<string, unknown> {
  const project = state.projects.get(entry.projectId ?? -1);
  const customerId = entry.customerId ?? (state.behaviour.customerOnEntries ? project?.customerId : undefined);
  return {
    id: entry.id, date: entry.date, notes: entry.notes ?? null,
    status: entry.status ?? 'Open', clientStatus: entry.clientStatus ?? 'Open',
    created: '2024-01-01T08:00:00Z', modified: '2024-01-01T08:00:00Z',
    customer: named(state.customers.get(customerId ?? -1)),
    project: named(project),
    user: typeof entry.userId === 'number' ? { id: entry.userId } : null,
  };
}

/** Hours of v2: no `billable`, and a `price` whose meaning nobody states. */
export const renderTime: Render<FakeTime> = (state, time) => ({
  ...renderEntry(state, time), hours: time.hours, pause: 0, price: 0, start: time.start ?? null, end: time.end ?? null,
  timezone: 'Europe/Amsterdam', task: named(state.tasks.get(time.taskId ?? -1)),
});

/** An expense of v2. */
export const renderExpense: Render<FakeExpense> = (state, expense) => ({
  ...renderEntry(state, expense), quantity: expense.quantity ?? 1, rate: expense.rate, billable: expense.billable ?? true,
  product: expense.product ?? null, vatRate: vatRateOf(state, expense.vatRate),
});

/** A trip of v2: no rate. */
export const renderMileage: Render<FakeMileage> = (state, trip) => ({
  ...renderEntry(state, trip), distance: trip.distance, type: trip.type ?? 'Business', billable: trip.billable ?? true,
  fromAddress: trip.fromAddress ?? null, toAddress: trip.toAddress ?? null, vehicle: null,
});

function vatRateOf(state: FakeState, reference: { readonly id: number } | null | undefined): unknown {
  const rate = reference && state.vatRates.get(reference.id);
  if (!rate) return null;
  return state.behaviour.vatPercentages ? { ...rate, active: true } : { id: rate.id };
}

function named(record: { readonly id: number; readonly name: string } | undefined): unknown {
  return record ? { id: record.id, name: record.name } : null;
}
