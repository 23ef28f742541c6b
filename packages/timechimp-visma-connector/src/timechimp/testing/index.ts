export { manualClock, type ManualClock } from './clock.ts';
export { exampleAccount } from './example-account.ts';
export { createFakeTimeChimp, type FakeLoggedRequest, type FakeTimeChimp, type FakeTimeChimpOptions } from './fake.ts';
export { type TimeChimpFault, type TimeChimpFaultRule, TimeChimpFaults } from './fault.ts';
export type { FakePerson } from './person.ts';
export type {
  FakeAddress,
  FakeContact,
  FakeCustomer,
  FakeEntry,
  FakeExpense,
  FakeInvoice,
  FakeMileage,
  FakeProject,
  FakeTask,
  FakeTime,
  FakeTimeChimpData,
  FakeUser,
  FakeVatRate,
} from './records.ts';
export { startFakeTimeChimp, type FakeTimeChimpServer } from './server.ts';
export type { FakeBehaviour, FakeState, FakeStatusChange, FakeTables } from './state.ts';
export type { FakeCollection } from './status.ts';
