import type { EntryStatus, Invoice, TimeEntry } from '@x/billing-core';
import { createFakeVisma, exampleCompany, type FakeVisma } from '@x/visma-eaccounting/testing';
import { createExportEngine } from '../src/export/create-engine.ts';
import type { ExportContext, ExportEngine } from '../src/export/engine.ts';
import type { ExportPlan } from '../src/export/plan.ts';
import type { DocumentDriver } from '../src/export/driver.ts';
import type { OutcomeName } from '../src/export/report.ts';
import { createMemorySource, createMemoryState, type MemorySource, type MemoryState } from '../src/memory/index.ts';
import type { ExportReason } from '../src/ports/export-record.ts';
import type { ExportScope } from '../src/ports/scope.ts';
import { createConnectorClient } from '../src/visma/client.ts';
import { createInvoiceDriver } from '../src/visma/invoice-driver.ts';
import { createSalesEntryDriver } from '../src/visma/sales-entry-driver.ts';
import { documentsOf } from './documents.ts';
import { maxServerDelay } from './faults.ts';
import { Hits } from './hits.ts';
import { accountId, hourOf, sourceOf, type Version } from './items.ts';
import type { MasterIds } from './plans.ts';
import type { Process, Time } from './process.ts';
import { randomOf, type Random } from './random.ts';
import { driverFor, fetchFor, sourceFor, storeFor, type WireWorld } from './wires.ts';

/** What the world gets wrong on purpose: mutants that are no mistake of the protocol's code but of how it is used. */
export type Habit = 'key with the connection' | 'scope by tenant' | 'pair not claimed' | 'company not compared';

/** The company that everything belongs to, and another one of the same user. */
export const company = 'kadewijk-advies-nl';
export const otherCompany = 'other-company';

const start = Date.parse('2026-04-01T08:00:00Z');
const hoursCount = 45;

/** A connection of a tenant. A process keeps the one that it started with. */
export interface Connection {
  readonly id: string;
  readonly company: string;
  token: string;
}

/** A plan that somebody has made, and perhaps not used yet. */
export interface Made {
  readonly plan: ExportPlan;
  readonly items: readonly string[];
  used: boolean;
}

/** Everything of one run: the fake, the source, our store, the processes, and what is known of the past. */
export class World implements WireWorld {
  readonly random: Random;
  readonly hits = new Hits();
  readonly time: Time = { now: start };
  readonly fake: FakeVisma;
  readonly source: MemorySource;
  readonly state: MemoryState = createMemoryState();
  readonly habits: ReadonlySet<Habit>;
  readonly onDraftMissing: 'operator' | 'free';
  /** How many exports a worker writes at a time, and how many go into a batch: few, so that batches overlap. */
  readonly concurrency: number;
  readonly batchSize: number;
  readonly ids: MasterIds;
  readonly made: Made[] = [];
  /** The last outcome that somebody was shown, by key. */
  readonly shown = new Map<string, OutcomeName>();
  /** Every version of every hour, oldest first. */
  readonly versions = new Map<string, Version[]>();
  /** Documents that people made by copying, and invoices that people made of drafts. */
  readonly copies = new Set<string>();
  readonly byPerson = new Set<string>();
  readonly edited = new Set<string>();
  /** Hours whose draft somebody wanted replaced: the new one is written while they are Invoiced. */
  readonly replaced = new Set<string>();
  readonly violations: string[] = [];
  /** Whether our own state was lost once: what was written before is in the books alone. */
  isLost = false;
  connection: Connection;
  faultRate = 0.2;
  readonly #trace: ((line: string) => void) | undefined;
  #seen = new Set<string>();
  #late: { readonly at: number; readonly run: () => void }[] = [];
  #connections = 0;
  #pending = 0;

  constructor(seed: number, ids: MasterIds, habits: ReadonlySet<Habit>, trace?: (line: string) => void) {
    this.#trace = trace;
    if (trace) this.hits.listener = (name) => { this.trace(name); };
    this.random = randomOf(seed);
    this.habits = habits;
    this.ids = ids;
    this.onDraftMissing = this.random.chance(0.3) ? 'free' : 'operator';
    this.concurrency = this.random.int(1, 3);
    this.batchSize = this.random.pick([1, 2, 50] as const) ?? 50;
    const second = exampleCompany();
    this.fake = createFakeVisma({
      seed: 'simulation',
      rateLimit: false,
      clock: { now: () => this.time.now, sleep: () => Promise.resolve() },
      companies: [exampleCompany(), { ...second, settings: { ...second.settings, CompanyIdentifier: otherCompany } }],
    });
    const hours = Array.from({ length: hoursCount }, (_, index) => this.#newHour(String(index + 1)));
    const invoices = [1, 2].map((number) => newInvoice(number));
    this.source = createMemorySource({ [accountId]: { items: hours, invoices } }, { now: () => this.time.now });
    for (const hour of hours) this.note(hour.id, 'person');
    this.connection = this.connect(company);
  }

  now(): number {
    return this.time.now;
  }

  /** A new connection, as after signing in again. */
  connect(to: string): Connection {
    this.#connections += 1;
    const { accessToken } = this.fake.authorize({ company: to });
    this.connection = { id: `connection-${this.#connections}`, company: to, token: accessToken };
    return this.connection;
  }

  /** The pair that exports belong to. */
  scope(connection: Connection, tenant = 'tenant-1'): ExportScope {
    const suffix = this.habits.has('scope by tenant') ? `@${tenant}` : '';
    const byConnection = this.habits.has('key with the connection') ? `#${connection.id}` : '';
    return { companyIdentifier: company, sourceAccountId: `${accountId}${suffix}${byConnection}` };
  }

  /** The tenant claims the pair, as when it connects. */
  async claimPair(): Promise<void> {
    await this.state.connections.claimPair('tenant-1', this.scope(this.connection), this.time.now);
  }

  /** Our own state is gone. */
  loseState(): void {
    this.isLost = true;
    this.state.restore(createMemoryState().snapshot());
  }

  later(afterMs: number, run: () => void): void {
    this.#late.push({ at: this.time.now + afterMs, run });
  }

  /** Moves the time, minute by minute while something is still to be carried out late, so that it happens at its time. */
  advance(ms: number): void {
    let left = ms;
    do {
      const waits = this.#late.length > 0 || this.#pending > 0;
      const slice = waits ? Math.min(left, 60_000) : left;
      left -= slice;
      this.#tick(slice);
    } while (left > 0);
  }

  #tick(ms: number): void {
    this.time.now += ms;
    const due = this.#late.filter((each) => each.at <= this.time.now);
    this.#late = this.#late.filter((each) => each.at > this.time.now);
    for (const { run } of due) run();
    const pending = this.#pending;
    this.#pending = this.fake.settle();
    if (due.length > 0 || pending > 0) this.observe();
  }

  /** Notes the present version of an hour. */
  note(id: string, by: Version['by']): void {
    const hour = hourOf(this.source, id);
    const versions = this.versions.get(id) ?? [];
    const version = { from: this.time.now, minutes: hour?.minutes ?? null, status: hour?.status ?? null, by };
    const last = versions.at(-1);
    if (last?.minutes === version.minutes && last.status === version.status) return;
    if (last && by === 'api') this.#checkChange(id, last, version);
    versions.push(version);
    this.versions.set(id, versions);
  }

  /** Looks at what is new: drafts that were written, and statuses that were changed by us. */
  observe(): void {
    for (const id of this.versions.keys()) this.note(id, 'api');
    for (const document of documentsOf(this.fake, company)) {
      if (this.#seen.has(document.id)) continue;
      this.#seen.add(document.id);
      if (document.void || this.copies.has(document.id)) continue;
      if (document.stage === 'draft') this.#checkDraft(document.hours);
      else if (!this.byPerson.has(document.id)) this.#checkConverted(document.id, document.net, document.hours);
    }
  }

  /** The parts of an engine that runs in this process. */
  engineFor(process: Process): {
    readonly engine: ExportEngine;
    readonly context: ExportContext;
    readonly invoices: DocumentDriver;
    readonly entries: DocumentDriver;
  } {
    const { connection } = this;
    const clock = { now: () => this.time.now, sleep: (ms: number, signal?: AbortSignal) => process.sleep(ms, signal) };
    const client = createConnectorClient({
      auth: {
        getAccessToken: ({ rejected } = {}) => {
          if (rejected === connection.token) connection.token = this.fake.authorize({ company: connection.company }).accessToken;
          return Promise.resolve(connection.token);
        },
      },
      fetch: fetchFor(process, this),
      rateLimiter: false,
      // Attempts expire by the machine's clock: on a busy one a process that stands still must not meet that.
      timeoutMs: 600_000,
      deadlineMs: 600_000,
      clock: { ...clock, random: () => this.random.next() },
    });
    const memory = { isRefused: () => Promise.resolve(false), rememberRefused: () => Promise.resolve() };
    const guard = (): Promise<ExportReason | null> => {
      // What reading the company's settings would tell: which company the token is for.
      const same = connection.company === company || this.habits.has('company not compared');
      const reason = { code: 'other-company', message: 'The connection is to another company.' };
      return Promise.resolve(same ? null : reason);
    };
    return {
      engine: createExportEngine({
        store: storeFor(process, this.state.exports),
        clock,
        options: { maxServerDelay, onDraftMissing: this.onDraftMissing, concurrency: this.concurrency, batchSize: this.batchSize },
      }),
      context: { scope: this.scope(connection), source: sourceFor(process, sourceOf(this.source), this), guard },
      invoices: driverFor(process, createInvoiceDriver(client, memory)),
      entries: driverFor(process, createSalesEntryDriver(client, memory)),
    };
  }

  /** Says what happens, when somebody listens. */
  trace(line: string): void {
    this.#trace?.(`${((this.time.now - start) / 60_000).toFixed(2).padStart(8)} min  ${line}`);
  }

  fail(message: string): void {
    this.trace(`VIOLATION ${message}`);
    this.violations.push(message);
  }

  #newHour(id: string): TimeEntry {
    const status: EntryStatus = this.random.chance(0.7) ? 'Approved' : 'Open';
    const minutes = this.random.int(1, 16) * 15;
    return { kind: 'time', id, customerId: String(Number(id) % 3), date: '2026-03-02', minutes, status };
  }

  /** What is written must be what the hours were not long before. */
  #checkDraft(hours: readonly { readonly id: string; readonly minutes: number }[]): void {
    // From reading the items again to the last moment of the lease, and Visma's longest delay on top.
    const since = this.time.now - 13 * 60_000 - maxServerDelay;
    for (const { id, minutes } of hours) {
      const versions = this.versions.get(id) ?? [];
      const seen = versions.filter((_, index) => (versions[index + 1]?.from ?? Infinity) >= since);
      const billable = (status: EntryStatus | null): boolean => status === 'Approved' || status === 'Open';
      const marked = (status: EntryStatus | null): boolean => status === 'Invoiced' && this.replaced.has(id);
      if (!seen.some((version) => version.minutes === minutes && (billable(version.status) || marked(version.status)))) {
        this.fail(`stale: a draft was written for hour ${id} as it was no longer (${minutes} minutes)`);
      }
    }
  }

  #checkConverted(id: string, net: number, hours: readonly { readonly minutes: number }[]): void {
    const wanted = hours.reduce((sum, hour) => sum + (hour.minutes * 9_500) / 60, 0);
    if (net !== wanted) this.fail(`changed: invoice ${id} was made of a draft that a person had changed (${net} for ${wanted})`);
  }

  #checkChange(id: string, from: Version, to: Version): void {
    if (to.status === 'Invoiced') {
      if (from.status === 'Open' || from.status === 'Approved') return;
      this.fail(`overwritten: hour ${id} was ${String(from.status)} and became Invoiced`);
      return;
    }
    // The recorded status is one that it has had; which one cannot be told once people have moved it to and fro.
    const had = (this.versions.get(id) ?? []).some((version) => version.status === to.status);
    const billable = to.status === 'Open' || to.status === 'Approved';
    if (from.status !== 'Invoiced' || !had || !billable) {
      this.fail(`restored wrongly: hour ${id} went from ${String(from.status)} to ${String(to.status)}`);
    }
  }
}

function newInvoice(number: number): Invoice {
  return {
    id: String(number),
    companyInvoiceId: 20_260_000 + number,
    customerId: '0',
    status: 'Open',
    date: '2026-04-01',
    dueDate: '2026-05-01',
    currencyCode: 'EUR',
    credit: false,
    total: '121.00',
    totalExTax: '100.00',
    rows: [],
  };
}
