import type { FakeVisma } from '@x/visma-eaccounting/testing';
import type { DocumentDriver } from '../src/export/driver.ts';
import type { ExportSource, SourceChange, SourceChangeResult } from '../src/export/export-source.ts';
import type { ExportRecord } from '../src/ports/export-record.ts';
import type { ExportStore } from '../src/ports/export-store.ts';
import { armFault, maxServerDelay } from './faults.ts';
import type { Hits } from './hits.ts';
import type { Process } from './process.ts';
import type { Random } from './random.ts';

/** What the wires of a process need of the world. */
export interface WireWorld {
  readonly random: Random;
  readonly hits: Hits;
  readonly fake: FakeVisma;
  /** How likely a write meets a fault. */
  faultRate: number;
  now(): number;
  /** Carries something out later, in virtual time. */
  later(afterMs: number, run: () => void): void;
  /** Looks what is new in the books. */
  observe(): void;
}

/** The ledger with points around everything that changes it. */
export function storeFor(process: Process, store: ExportStore): ExportStore {
  const around = async <T extends { outcome: string }>(name: string, record: ExportRecord, call: () => Promise<T>): Promise<T> => {
    await process.point(`${name}:before`, record.key);
    const result = await call();
    await process.point(`${name}:after`, `${record.key} ${result.outcome}`);
    return result;
  };
  return {
    claim: (record, expected) => around('claim', record, () => store.claim(record, expected)),
    save: (record, expected) => around(`save(${record.state})`, record, () => store.save(record, expected)),
    get: (scope, keys) => store.get(scope, keys),
    findByItems: (scope, refs) => store.findByItems(scope, refs),
    list: (scope, query) => store.list(scope, query),
  };
}

/** A driver with points around each call. */
export function driverFor(process: Process, driver: DocumentDriver): DocumentDriver {
  const around = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    await process.point(`${name}:before`);
    const result = await call();
    await process.point(`${name}:after`);
    return result;
  };
  const existingDrafts = driver.existingDrafts?.bind(driver);
  const convert = driver.convert?.bind(driver);
  const removeDraft = driver.removeDraft?.bind(driver);
  const voidFinal = driver.voidFinal?.bind(driver);
  return {
    kind: driver.kind,
    lookAgainAfterWrite: driver.lookAgainAfterWrite,
    lookUp: (requests, purpose, options) => around('lookUp', () => driver.lookUp(requests, purpose, options)),
    read: (request, options) => around('compare', () => driver.read(request, options)),
    write: (request, options) => around('write', () => driver.write(request, options)),
    ...(existingDrafts && { existingDrafts: (ids, options) => existingDrafts(ids, options) }),
    ...(convert && { convert: (request, options) => around('convert', () => convert(request, options)) }),
    ...(removeDraft && { removeDraft: (id, options) => around('removeDraft', () => removeDraft(id, options)) }),
    ...(voidFinal && { voidFinal: (ids, options) => around('void', () => voidFinal(ids, options)) }),
  };
}

/** Fetch with faults, and a point between Visma's answer and its arrival. */
export function fetchFor(process: Process, world: WireWorld): typeof globalThis.fetch {
  return async (input, init) => {
    const method = init?.method ?? 'GET';
    const url = input instanceof Request ? input.url : String(input);
    armFault(world.fake, world.random, world.hits, method !== 'GET', world.faultRate);
    try {
      return await world.fake.fetch(input, init);
    } finally {
      if (method !== 'GET') {
        world.observe();
        await process.point(`${wireName(method, url)}:sent`);
      }
    }
  };
}

function wireName(method: string, url: string): string {
  if (method === 'DELETE') return 'removeDraft';
  if (url.includes('/convert')) return 'convert';
  return url.includes('/void') ? 'void' : 'write';
}

class SourceFault extends Error {
  readonly delivery: string;

  constructor(delivery: string) {
    super(`The source failed (${delivery}).`);
    this.delivery = delivery;
  }
}

/** The source with points and faults: lost answers, half-applied, late and rejected batches. */
export function sourceFor(process: Process, source: ExportSource, world: WireWorld): ExportSource {
  const { random, hits } = world;
  return {
    markedStatus: (kind) => source.markedStatus(kind),
    read: async (refs, signal) => {
      const states = await source.read(refs, signal);
      await process.point('read:after');
      if (random.chance(world.faultRate / 4)) {
        hits.add('source unreadable');
        throw new SourceFault('unknown');
      }
      return states;
    },
    setStatus: async (change) => {
      const name = change.to === 'Invoiced' ? 'mark' : 'restore';
      await process.point(`${name}:before`, change.items.map(({ ref }) => ref.id).join('+'));
      try {
        return await faultyChange(source, change, world);
      } finally {
        world.observe();
        await process.point(`${name}:after`);
      }
    },
  };
}

async function faultyChange(
  source: ExportSource,
  change: SourceChange,
  world: WireWorld,
): Promise<readonly SourceChangeResult[]> {
  const { random, hits } = world;
  if (world.now() > change.startBefore || !random.chance(world.faultRate * 2.5)) return source.setStatus(change);
  switch (random.int(0, 7)) {
    case 0:
      hits.add('source lost before');
      throw new SourceFault('unknown');
    case 1:
      hits.add('source lost after');
      await source.setStatus(change);
      throw new SourceFault('unknown');
    case 2: {
      hits.add('source half applied');
      const half = Math.ceil(change.items.length / 2);
      await source.setStatus({ ...change, items: change.items.slice(0, half) });
      throw new SourceFault('unknown');
    }
    case 3:
    case 4:
    case 5:
    case 6:
      hits.add('source late');
      // It has arrived in time; only carrying it out takes long.
      world.later(random.int(1, maxServerDelay - 60_000), () => {
        hits.add(`late ${change.to === 'Invoiced' ? 'mark' : 'restore'} arrives`);
        void source.setStatus({ ...change, startBefore: Infinity }).then((results) => {
          if (results.some((result) => result.outcome === 'set')) hits.add('late change took effect');
        });
      });
      throw new SourceFault('unknown');
    default:
      if (change.items.length === 1) return source.setStatus(change);
      hits.add('source rejected batch');
      throw new SourceFault('answered');
  }
}
