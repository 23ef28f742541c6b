import type { ColumnType } from 'kysely';
import type { ConnectionRecord, SettingsRecord } from '../ports/connection-store.ts';
import type { ExportKind, ExportRecord, ExportState } from '../ports/export-record.ts';
import type { ItemMark } from '../ports/link-store.ts';

/** A document: goes in as JSON text, comes out parsed, with the order of its keys lost. */
type Document<T> = ColumnType<T, string, string>;

/** Whole numbers such as milliseconds and versions. Written as a number; drivers disagree on what they read. */
type Whole = ColumnType<string | number | bigint, number, number>;
type WholeOrNull = ColumnType<string | number | bigint | null, number | null, number | null>;

/** All tables, by their names without prefix. Texts are stored escaped, see `escapeText`. */
export interface Tables {
  readonly connections: {
    readonly tenant_id: string;
    readonly status: ConnectionRecord['status'];
    readonly version: Whole;
    readonly record: Document<ConnectionRecord>;
  };
  readonly settings: {
    readonly tenant_id: string;
    readonly version: Whole;
    readonly record: Document<SettingsRecord>;
  };
  readonly pairs: {
    readonly scope: string;
    readonly tenant_id: string;
    readonly claimed_at: Whole;
  };
  readonly customer_links: {
    readonly scope: string;
    readonly source_customer_id: string;
    readonly visma_customer_id: string;
  };
  readonly customer_numbers: {
    readonly scope: string;
    readonly source_customer_id: string;
    readonly number: string;
  };
  readonly item_marks: {
    readonly scope: string;
    readonly item: string;
    readonly kind: ItemMark['kind'];
    readonly record: Document<ItemMark>;
  };
  readonly cursors: {
    readonly scope: string;
    readonly name: string;
    readonly value: string;
  };
  readonly leases: {
    readonly name: string;
    readonly holder: string;
    readonly held_until: Whole;
  };
  /** When the requests reserved under a key are worked off, in milliseconds since 1970 by the server's clock. */
  readonly paces: {
    readonly key: string;
    readonly worked_off_at: ColumnType<number, number, number>;
    /** When that was changed last, by the same clock. */
    readonly seen_at: ColumnType<number, number | undefined, number>;
  };
  /** What the queries need stands in columns of its own; the record is the truth. */
  readonly exports: {
    readonly scope: string;
    readonly key: string;
    readonly kind: ExportKind;
    readonly state: ExportState;
    readonly live: boolean;
    readonly version: Whole;
    readonly lease_until: WholeOrNull;
    readonly watch_until: WholeOrNull;
    readonly updated_at: Whole;
    readonly draft_only: boolean;
    readonly items_digest: string;
    readonly record: Document<ExportRecord>;
  };
  /** Which items an export stands for, for good; `live` while it holds them. */
  readonly export_items: {
    readonly scope: string;
    readonly item: string;
    readonly key: string;
    readonly live: boolean;
  };
  readonly export_documents: {
    readonly scope: string;
    readonly field: string;
    readonly id: string;
    readonly key: string;
  };
}

/** Names of all tables, without prefix. */
export const tableNames = [
  'connections',
  'settings',
  'pairs',
  'customer_links',
  'customer_numbers',
  'item_marks',
  'cursors',
  'leases',
  'paces',
  'exports',
  'export_items',
  'export_documents',
] as const satisfies readonly (keyof Tables)[];
