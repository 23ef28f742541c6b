import type { ConnectionRecord } from '../../src/ports/connection-store.ts';
import type { ExportRecord } from '../../src/ports/export-record.ts';
import type { ItemRef } from '../../src/ports/item-ref.ts';
import type { ExportScope } from '../../src/ports/scope.ts';

export const scope: ExportScope = { companyIdentifier: 'company-1', sourceAccountId: 'account-1' };

/** A claimed export of these hours. */
export function exportOf(key: string, hours: readonly string[], more: Partial<ExportRecord> = {}): ExportRecord {
  return {
    scope,
    key,
    kind: 'invoice',
    finish: 'draft',
    mark: `TC-${key}`,
    generation: 1,
    sources: hours.map((id) => ({ ref: hour(id), previousStatus: 'Approved', hash: `hash-${id}`, mark: 'no' })),
    payload: { total: '31.35', rows: [{ text: 'Uren', quantity: '0.33' }] },
    payloadHash: `payload-${key}`,
    state: 'claimed',
    version: 0,
    attempt: 1,
    leaseUntil: 1_800_000_060_000,
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
    history: [{ at: 1_800_000_000_000, attempt: 1, from: null, to: 'claimed' }],
    createdAt: 1_800_000_000_000,
    updatedAt: 1_800_000_000_000,
    ...more,
  };
}

export function hour(id: string): ItemRef {
  return { kind: 'time', id };
}

export function connectionOf(tenantId: string, more: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    tenantId,
    connectionId: `connection-of-${tenantId}`,
    status: 'connected',
    scope,
    sealedTokens: 'sealed',
    sealedPending: null,
    facts: { companyName: 'Voorbeeld BV', cutOff: '2026-01-01' },
    version: 0,
    createdAt: 1_800_000_000_000,
    updatedAt: 1_800_000_000_000,
    ...more,
  };
}

/** Texts that have broken stores before. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  "Robert'); drop table connector_exports; --",
  'a"b\\c{d},e',
  'NULL',
  'null',
  '%_\\%',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '\u001a0000',
  '\\u0000',
  '\u{1f600}',
  '\ufeff\u2028\u202e',
  'e\u0301',
  '\u00e9',
  '$1',
  '__proto__',
  'constructor',
  "line\r\nbreak\ttab",
  '/',
  '%2F',
];
