import type { Difference, ExportDocuments, ExportKind } from '../ports/export-record.ts';
import type { JsonValue } from '../ports/json.ts';

/** Which document a driver is asked about. */
export interface DocumentRequest {
  readonly key: string;
  readonly payload: JsonValue;
  /** The mark to write, with its generation: `TC-7K2M9Q` or `TC-7K2M9Q-2`. */
  readonly mark: string;
  /** The mark of the first generation: what look-ups search for, since every later mark contains it. */
  readonly baseMark: string;
  /** Documents that are known so far. */
  readonly documents: ExportDocuments;
  /**
   * Whether the documents were found in Visma and adopted although no write of ours can have made them, so that what we would
   * write now need not be what they hold.
   */
  readonly adopted?: boolean | undefined;
  /** The fingerprint of the draft that the answer to our write gave; absent where there was none. */
  readonly draftContent?: string | undefined;
  /** Whether a conversion of ours may have made the invoice that is found: its date is then compared too. */
  readonly conversionSent?: boolean | undefined;
  /** When the items were first claimed, in milliseconds since 1970: nothing older can be ours, a lost store apart. */
  readonly since: number;
}

/**
 * Why a look-up is made. `before-write`: is it there already (our store was lost, an earlier attempt got through)?
 * `after-unknown`: did the write get through? `draft-missing`: what became of the stored draft; only here a document
 * without any mark counts, when customer, rows and amount are equal. `after-booking`: is it there more than once?
 * `watch`: did a write that was given up arrive late?
 */
export type LookUpPurpose = 'before-write' | 'after-unknown' | 'draft-missing' | 'after-booking' | 'watch';

/** A document in Visma that could be the one. Voided and credited documents are never reported. */
export interface FoundDocument {
  readonly stage: 'draft' | 'final';
  /** Its ids, all that are known. */
  readonly documents: ExportDocuments;
  /** The whole mark that it carries, with generation; null when it carries none. */
  readonly mark: string | null;
  /** What led to it. */
  readonly evidence: 'mark' | 'draft-link' | 'natural-key' | 'content';
  /** Where it differs from the payload; empty when customer, rows and amounts are equal. */
  readonly differences: readonly Difference[];
  /**
   * Of a draft that was read by its id: what else a person has changed, such as texts, references and dates, which
   * `differences` passes over. Absent where that cannot be told: the draft is then never replaced.
   */
  readonly edits?: readonly Difference[] | undefined;
}

/** Ends a call early, or forbids it to start. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** For calls that change something in Visma. */
export interface WriteOptions extends CallOptions {
  /** No attempt starts after this (milliseconds since 1970): pass it to the client as `startBefore`. */
  readonly startBefore: number;
}

/** What a write made. */
export interface WriteResult {
  readonly stage: 'draft' | 'final';
  readonly documents: ExportDocuments;
  /**
   * Where the answer differs from the payload, when the answer shows everything that is compared; absent when the
   * document has to be read for that, which the engine then does with `read`.
   */
  readonly differences?: readonly Difference[] | undefined;
  /** Of a draft: a fingerprint of all that a person can change on it, as the answer showed it. */
  readonly draftContent?: string | undefined;
}

/**
 * Everything that the protocol needs to know about one kind of document in Visma. A driver keeps no state of its own,
 * never repeats a write, and throws the client's errors unchanged: their `delivery` (`not-sent`, `answered`, anything
 * else is unknown) decides what happens next.
 */
export interface DocumentDriver {
  readonly kind: ExportKind;
  /**
   * Whether a document that was booked twice cannot be taken back, so that the engine looks again after each write, and reads
   * whole what a look-up found of it.
   */
  readonly lookAgainAfterWrite: boolean;
  /**
   * Finds documents for all requests at once, with as few calls as possible: drafts listed once and matched in memory,
   * invoices searched once on the common prefix of all marks. Every document that carries a mark of the request is
   * reported, also when it differs. A document that carries the mark of another export is never a match by content.
   * Keys without a match are absent. Throws when the answer is not complete: "not found" must be certain.
   */
  lookUp(
    requests: readonly DocumentRequest[],
    purpose: LookUpPurpose,
    options: CallOptions,
  ): Promise<ReadonlyMap<string, readonly FoundDocument[]>>;
  /** Reads the document by its stored ids (the final one when there is one), compared. Null when Visma does not know it. */
  read(request: DocumentRequest, options: CallOptions): Promise<FoundDocument | null>;
  /** Which of these drafts exist, for many at once. Final documents are not asked about. */
  existingDrafts?(draftIds: readonly string[], options: CallOptions): Promise<ReadonlySet<string>>;
  /** Writes the document, with the mark. One POST. */
  write(request: DocumentRequest, options: WriteOptions): Promise<WriteResult>;
  /** Makes the stored draft final, with the expected totals. One POST. Absent where `write` is final already. */
  convert?(request: DocumentRequest, options: WriteOptions): Promise<WriteResult>;
  /** Deletes a draft. `missing` when it was not there. Absent where nothing can be deleted. */
  removeDraft?(draftId: string, options: WriteOptions): Promise<'removed' | 'missing'>;
  /**
   * Voids a final document; `voided` also when it was voided already. `refused` when Visma does not allow it (any more),
   * with its sentence.
   */
  voidFinal?(
    documents: ExportDocuments,
    options: WriteOptions,
  ): Promise<{ readonly outcome: 'voided' } | { readonly outcome: 'refused'; readonly message: string }>;
}
