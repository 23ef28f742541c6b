import { usualSteps } from './steps.ts';

/** Counts what the schedules have reached, so that a point that is never reached cannot hide. */
export class Hits {
  readonly #counts = new Map<string, number>();
  /** Told of every single hit, for a trace. */
  listener: ((name: string) => void) | undefined;

  add(name: string, count = 1): void {
    if (!name.startsWith('at ')) this.listener?.(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  merge(other: Hits): void {
    for (const [name, count] of other.#counts) this.add(name, count);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** All of them, by name. */
  entries(): (readonly [string, number])[] {
    return [...this.#counts].sort(([left], [right]) => (left < right ? -1 : 1));
  }
}

const crashPoints = [
  'claim:before',
  'claim:after',
  'read:after',
  'lookUp:before',
  'lookUp:after',
  'save(writing):before',
  'save(writing):after',
  'write:before',
  'write:sent',
  'write:after',
  'save(stored):before',
  'save(stored):after',
  'save(written):before',
  'save(written):after',
  'convert:before',
  'convert:sent',
  'convert:after',
  'mark:before',
  'mark:after',
  'save(exported):before',
  'save(exported):after',
  'save(undoing):after',
  'save(replacing):before',
  'save(replacing):after',
  'removeDraft:before',
  'removeDraft:sent',
  'removeDraft:after',
  'restore:before',
  'restore:after',
];

const events = [
  'op run',
  'op reconcile',
  'op undo',
  'op replace',
  'op settle',
  'kill',
  'freeze',
  'thaw after the lease',
  'fault refuse',
  'fault reset before commit',
  'fault reset after commit',
  'fault late-commit',
  'fault server-error before commit',
  'fault server-error after commit',
  'fault gateway',
  'fault truncated',
  'fault broken-body',
  'fault unauthorized',
  'fault rate-limit',
  'source lost before',
  'source lost after',
  'source half applied',
  'source rejected batch',
  'source late',
  'late change took effect',
  'source unreadable',
  'person convert',
  'person edit draft',
  'person erase mark',
  'person copy',
  'person delete',
  'person void',
  'timechimp edit',
  'timechimp delete',
  'timechimp write off',
  'timechimp invoiced',
  'timechimp re-open',
  'reconnect',
  'token expired',
  'switched company',
  'second tenant',
  'lost store',
  'lost store: document found',
  'lost store: booking found',
  'lost store: taken over',
  'lost store: re-opened',
  'outcome exported',
  'outcome already-exported',
  'outcome rejected',
  'outcome in-doubt',
  'outcome held',
  'outcome stale',
  'outcome skipped',
  'outcome undone',
  'reason taken-over',
  'reason busy',
  'reason items-taken',
  'reason not-written',
  'reason draft-missing',
  'reason several-matches',
  'reason found-different',
  'reason differs',
];

/** What must have been reached by a full run: events, a kill at every crash point, and every usual step of an export. */
export const required = [
  ...events,
  ...crashPoints.map((point) => `kill @ ${point}`),
  ...usualSteps.map((step) => `step ${step}`),
];
