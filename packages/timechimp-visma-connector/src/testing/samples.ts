import type { ConnectionRecord } from '../ports/connection-store.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import type { ExportScope } from '../ports/scope.ts';

/** A name that no other case uses, so that cases can share a database. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${globalThis.crypto.randomUUID()}`;
}

/** A scope of its own. */
export function uniqueScope(): ExportScope {
  return { companyIdentifier: uniqueName('company'), sourceAccountId: uniqueName('account') };
}

/** A moment, in milliseconds: no whole second, so that truncated times show. */
export const sampleTime = 1_775_034_000_123;

/** A claimed export of some hours. */
export function sampleExport(
  scope: ExportScope,
  key: string,
  hours: readonly string[],
  change: Partial<ExportRecord> = {},
): ExportRecord {
  return {
    scope,
    key,
    kind: 'invoice',
    finish: 'draft',
    mark: `TC-${key}`,
    generation: 1,
    sources: hours.map((id) => ({ ref: { kind: 'time', id }, previousStatus: 'Approved', hash: `hash of ${id}`, mark: 'no' })),
    payload: { amount: '95.00', rows: [{ text: 'Werk', quantity: '1.00' }], note: null },
    payloadHash: 'hash',
    state: 'claimed',
    version: 0,
    attempt: 1,
    leaseUntil: sampleTime + 360_000,
    sendBefore: null,
    quietFrom: null,
    absent: { count: 0, firstAt: null },
    documents: {},
    reason: null,
    differences: [],
    watch: [],
    watchUntil: null,
    undo: null,
    payment: null,
    history: [{ at: sampleTime, attempt: 1, from: null, to: 'claimed' }],
    createdAt: sampleTime,
    updatedAt: sampleTime,
    ...change,
  };
}

/** A connection of a tenant. */
export function sampleConnection(tenantId: string, change: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    tenantId,
    connectionId: 'connection-1',
    status: 'connected',
    scope: null,
    sealedTokens: 'v1.k.iv.data',
    sealedPending: null,
    facts: { companyName: 'Kadewijk', cutOff: '2026-04-01' },
    version: 0,
    createdAt: sampleTime,
    updatedAt: sampleTime,
    ...change,
  };
}

/** Texts that break careless storage: quotes, separators, wildcards, other scripts, long ones. */
export const hostileTexts: readonly string[] = [
  `O'Brien & "Zn." <b>`,
  'a/b%2Fc\\d',
  '100%_of*?',
  'line\nbreak\ttab',
  '日本語 \u{1f9fe} e\u0301',
  '; drop table exports; --',
  'x'.repeat(2_000),
];
