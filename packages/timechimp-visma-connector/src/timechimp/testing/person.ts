import type { EntryStatus } from '@x/billing-core';
import type { FakeCustomer, FakeEntry, FakeExpense, FakeMileage, FakeTask, FakeTime } from './records.ts';
import { type FakeState, nextId } from './state.ts';
import { changeStatuses, type FakeCollection } from './status.ts';

/** What a person does in TimeChimp itself, past any API. */
export interface FakePerson {
  /** Adds hours; the id is the next free one unless given. */
  addTime(time: Omit<FakeTime, 'id'> & { readonly id?: number }): number;
  /** Adds an expense. */
  addExpense(expense: Omit<FakeExpense, 'id'> & { readonly id?: number }): number;
  /** Adds a trip. */
  addMileage(trip: Omit<FakeMileage, 'id'> & { readonly id?: number }): number;
  /** Adds a customer. */
  addCustomer(customer: Omit<FakeCustomer, 'id'> & { readonly id?: number }): number;
  /** Changes fields of an entry. */
  edit(collection: FakeCollection, id: number, change: Partial<FakeTime & FakeExpense & FakeMileage>): void;
  /** Deletes an entry. */
  remove(collection: FakeCollection, id: number): void;
  /** Deletes a customer. */
  removeCustomer(id: number): void;
  /** Sets the status to Invoiced. */
  setInvoiced(collection: FakeCollection, id: number): void;
  /** Writes an entry off. */
  writeOff(collection: FakeCollection, id: number): void;
  /** Sets the status to Open again. */
  reopen(collection: FakeCollection, id: number): void;
  /** Changes fields of a customer, its name for example. */
  editCustomer(id: number, change: Partial<FakeCustomer>): void;
  /** Changes fields of a task, its code for example. */
  editTask(id: number, change: Partial<FakeTask>): void;
}

/** The person's hands on the tables. */
export function createPerson(state: FakeState): FakePerson {
  const add = <T extends { readonly id: number }>(table: Map<number, T>, record: Omit<T, 'id'> & { readonly id?: number }): number => {
    const id = record.id ?? nextId(table);
    table.set(id, { ...record, id } as unknown as T);
    return id;
  };
  const change = <T>(table: Map<number, T>, id: number, fields: Partial<T>): void => {
    const record = table.get(id);
    if (record === undefined) throw new RangeError(`There is no record ${id}.`);
    table.set(id, { ...record, ...fields });
  };
  const set = (collection: FakeCollection, id: number, to: EntryStatus): void => {
    changeStatuses(state, { collection, field: 'status', ids: [id], to, message: null });
  };
  return {
    addTime: (time) => add(state.times, time),
    addExpense: (expense) => add(state.expenses, expense),
    addMileage: (trip) => add(state.mileages, trip),
    addCustomer: (customer) => add(state.customers, customer),
    edit: (collection, id, fields) => { change(state[collection] as Map<number, FakeEntry>, id, fields); },
    remove: (collection, id) => { state[collection].delete(id); },
    removeCustomer: (id) => { state.customers.delete(id); },
    setInvoiced: (collection, id) => { set(collection, id, 'Invoiced'); },
    writeOff: (collection, id) => { set(collection, id, 'WrittenOff'); },
    reopen: (collection, id) => { set(collection, id, 'Open'); },
    editCustomer: (id, fields) => { change(state.customers, id, fields); },
    editTask: (id, fields) => { change(state.tasks, id, fields); },
  };
}
