import type { JsonValue } from './json.ts';
import type { ExportScope } from './scope.ts';
import type { ItemRef } from './item-ref.ts';

/** What is written to Visma. */
export type ExportKind = 'invoice' | 'sales-entry' | 'customer';

/** States in which an export holds its source items: nothing else may export them. */
export const liveStates = [
  'claimed',
  'writing',
  'in-doubt',
  'stored',
  'converting',
  'written',
  'exported',
  'held',
  'draft-missing',
  'undoing',
  'replacing',
] as const;

/** States in which the source items are free again. */
export const freeStates = ['released', 'rejected', 'stale', 'not-written', 'undone'] as const;

/**
 * Where an export stands.
 * `claimed`: items held, nothing sent. `writing`: the write may have been sent. `in-doubt`: its outcome is unknown.
 * `stored`: the document's id is stored; it is still to
 * be compared, and a draft perhaps to be converted. `converting`: the conversion may have been sent. `written`: the document is there
 * and compared equal, the source is being marked. `exported`: done. `held`: stopped, an operator decides.
 * `draft-missing`: the draft is gone and no invoice was found. `undoing`: document being removed, statuses restored.
 * `replacing`: the draft is being deleted, to be written anew from `replacement`.
 * Free: `released` (given up before anything was sent), `rejected` (refused by Visma), `stale` (the source changed),
 * `not-written` (proved absent, see the watch list), `undone`.
 */
export type ExportState = (typeof liveStates)[number] | (typeof freeStates)[number];

/** Whether an export in this state holds its source items. */
export function isLive(state: ExportState): boolean {
  return (liveStates as readonly ExportState[]).includes(state);
}

/** Visma's ids of what the export made or adopted. */
export interface ExportDocuments {
  readonly draftId?: string | undefined;
  readonly invoiceId?: string | undefined;
  readonly ledgerItemId?: string | undefined;
  readonly voucherId?: string | undefined;
  /** The customer that an export of kind `customer` made; absent on every other kind. */
  readonly customerId?: string | undefined;
}

/**
 * One item of the export and how far its marking at the source is.
 * `no`: untouched. `sent`: a change to Invoiced may have been sent. `yes`: it is Invoiced by us. `other`: it was not in
 * the recorded status any more and was left alone. `restoring`: a change back may have been sent. `restored`: it has its
 * recorded status again. `not-restored`: it has not, because that was refused or somebody had changed it; see the note.
 */
export interface ExportedSource {
  readonly ref: ItemRef;
  /** The status at the claim (the source's own word): what marking expects and what undo restores. */
  readonly previousStatus: string;
  /** The status on the other of two tracks at the plan, where the source has one. Never set, and compared once: after the claim. */
  readonly otherStatus?: string | undefined;
  /** Hash of the content at the plan. */
  readonly hash: string;
  readonly mark: 'no' | 'sent' | 'yes' | 'other' | 'restoring' | 'restored' | 'not-restored';
  /** Why an item was not marked or restored, or the status that was found instead. */
  readonly note?: string | undefined;
}

/** Why an export is where it is: a stable code, a sentence for people, figures where there are any. */
export interface ExportReason {
  readonly code: string;
  readonly message: string;
  readonly details?: JsonValue | undefined;
}

/** One value that differs: what the proposal wanted and what Visma has. */
export interface Difference {
  /** Such as `TotalAmount` or `Rows[2].VatRate`. */
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * A generation that was given up although its write may have reached Visma. Until `watchUntil` a document that carries
 * its mark is late: a draft is deleted, anything else raises an alarm.
 */
export interface WatchedGeneration {
  readonly generation: number;
  readonly closedAt: number;
  readonly watchUntil: number;
}

/** One step of the export's life. */
export interface HistoryEntry {
  readonly at: number;
  readonly attempt: number;
  readonly from: ExportState | null;
  readonly to: ExportState;
  readonly note?: string | undefined;
}

/** How far an undo is, and who asked for it. */
export interface UndoProgress {
  /** Whether the document is still to be removed, or is gone. */
  readonly document: 'remove' | 'gone';
  /** Whether we removed it ourselves, so that nothing of it can appear any more. */
  readonly removed: boolean;
  readonly by: string;
  readonly note: string;
}

/** What an open draft is to be replaced by: the new proposal for the same items. */
export interface Replacement {
  readonly finish: 'draft' | 'final';
  readonly payload: JsonValue;
  readonly payloadHash: string;
  /** The new hash of each item, in the order of `sources`. */
  readonly hashes: readonly string[];
  /** Whether the deletion of the old draft may have been sent. */
  readonly sent: boolean;
  readonly by: string;
  readonly note: string;
}

/** What was last read of the document's payment. */
export interface PaymentNote {
  /** `reversed`: voided or credited for its whole amount, so nobody has to pay it. */
  readonly status: 'paid' | 'unpaid' | 'overdue' | 'reversed';
  /** Amount still open, decimal text, in the invoice's currency. */
  readonly remaining: string;
  readonly readAt: number;
  /** The document's due date (`YYYY-MM-DD`), from which an open one becomes overdue without any change in Visma. */
  readonly dueDate?: string | undefined;
}

/** One export: one document in Visma and the source items that it stands for. Times are milliseconds since 1970. */
export interface ExportRecord {
  readonly scope: ExportScope;
  /** From customer, split and source ids; the same work has the same key, also after our store was lost. */
  readonly key: string;
  readonly kind: ExportKind;
  /** Whether the export ends with a draft or with a final document. */
  readonly finish: 'draft' | 'final';
  /** What the document carries in Visma (`TC-...`); later generations append `-2`, `-3`. */
  readonly mark: string;
  /** 1, and one more each time a write that may have been sent was given up. */
  readonly generation: number;
  readonly sources: readonly ExportedSource[];
  readonly payload: JsonValue;
  readonly payloadHash: string;
  readonly state: ExportState;
  /** One more with each stored change: the guard of every save. */
  readonly version: number;
  /** One more with each worker that takes the export up. */
  readonly attempt: number;
  /** Until when the worker that has it may work on it. Null when nobody does. */
  readonly leaseUntil: number | null;
  /** No attempt of the last write starts after this. Null while nothing was sent in this generation. */
  readonly sendBefore: number | null;
  /** From then on nothing that was sent earlier can take effect any more: `sendBefore` plus Visma's longest delay. */
  readonly quietFrom: number | null;
  /** Look-ups in a row that found nothing: how many, and when the first was. */
  readonly absent: { readonly count: number; readonly firstAt: number | null };
  readonly documents: ExportDocuments;
  /**
   * Whether the document was written by us and its answer seen, or was found in Visma and adopted: after a lost store or a
   * lost answer, as the invoice that a person made of the draft, or on an operator's word. Absent while there is none.
   */
  readonly how?: 'written' | 'adopted' | undefined;
  /** Fingerprint of the draft as Visma answered it to our write: what a person changed since shows against it. */
  readonly draftContent?: string | undefined;
  readonly reason: ExportReason | null;
  readonly differences: readonly Difference[];
  readonly watch: readonly WatchedGeneration[];
  /** The latest `watchUntil`, for the sweep's query; null when nothing is watched. */
  readonly watchUntil: number | null;
  /** Set while `undoing`. */
  readonly undo: UndoProgress | null;
  /** Set while `replacing`. */
  readonly replacement?: Replacement | null | undefined;
  readonly payment: PaymentNote | null;
  /** The newest 100 steps, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly createdAt: number;
  readonly updatedAt: number;
}
