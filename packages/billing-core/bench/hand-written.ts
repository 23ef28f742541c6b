import type { BillingInput, TimeEntry, TimeGrouping } from '../src/index.ts';

/** A line of the hand-written loop. */
export interface HandLine {
  minutes: bigint;
  readonly rate: bigint;
  readonly ids: string[];
  /** Of hours, with 2 decimals. */
  quantity: string;
  amount: string;
}

const DAY = 86_400_000;
const weeks = new Map<string, string>();

/** The Thursday of a date's week, which names an ISO week as well as its number does; each date once. */
function weekOf(date: string): string {
  let week = weeks.get(date);
  if (week === undefined) {
    const day = Date.parse(date) / DAY;
    weeks.set(date, (week = String(Math.floor((day + 3) / 7) * 7)));
  }
  return week;
}

const PART: Readonly<Record<TimeGrouping, (item: TimeEntry) => string>> = {
  activity: ({ activityId }) => activityId ?? '',
  employee: ({ userId }) => userId ?? '',
  project: ({ projectId }) => projectId ?? '',
  day: ({ date }) => date,
  week: ({ date }) => weekOf(date),
  detailed: ({ id }) => id,
  single: () => '',
};

/** Hundredths as text, 235n is 2.35; nothing of the fixture is below zero. */
function text(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * What somebody would write for this fixture alone: the same keys, native bigint, and of every line what an invoice
 * cannot do without, which is quantity and amount as text and the ids as they came. Nothing is checked or explained, no
 * line has a description, and no entry's date or minutes are handed on. Lines and ids are in no order of their own.
 */
export function handWritten(input: BillingInput, grouping: TimeGrouping): { readonly cents: bigint; readonly lines: ReadonlyMap<string, HandLine> } {
  const rates = new Map(input.projects.map(({ id, invoicing }) => [id, BigInt((typeof invoicing.hourlyRate === 'string' ? invoicing.hourlyRate : '0').replace('.', ''))]));
  const lines = new Map<string, HandLine>();
  const part = PART[grouping];
  for (const item of input.items) {
    if (item.kind !== 'time' || item.status !== 'Approved') continue;
    const rate = rates.get(item.projectId ?? '') ?? 0n;
    const key = `${item.customerId}|${part(item)}|${rate}`;
    let line = lines.get(key);
    if (line === undefined) lines.set(key, (line = { minutes: 0n, rate, ids: [], quantity: '', amount: '' }));
    line.minutes += BigInt(item.minutes);
    line.ids.push(item.id);
  }
  let cents = 0n;
  for (const line of lines.values()) {
    const hundredths = (line.minutes * 200n + 60n) / 120n;
    const amount = (hundredths * line.rate * 2n + 100n) / 200n;
    line.quantity = text(hundredths);
    line.amount = text(amount);
    cents += amount;
  }
  return { cents, lines };
}
