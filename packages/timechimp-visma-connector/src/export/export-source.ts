import type { ItemRef } from '../ports/item-ref.ts';

/** An item as the protocol sees it now. */
export interface SourceState {
  readonly ref: ItemRef;
  readonly status: string;
  /** The status on the other of two tracks: see `PlannedSource`. */
  readonly otherStatus?: string | undefined;
  readonly hash: string;
  /** What people have noted on it that keeps it from being exported, such as `ignored`. Absent: nothing. */
  readonly noted?: string | undefined;
}

/** A change of status of at most 100 items of one kind: see `WorkStore.setStatus`, whose contract this repeats. */
export interface SourceChange {
  readonly items: readonly { readonly ref: ItemRef; readonly expected: string }[];
  readonly to: string;
  readonly message?: string | undefined;
  readonly startBefore: number;
  readonly signal?: AbortSignal | undefined;
}

/** What became of one item of a change. */
export interface SourceChangeResult {
  readonly ref: ItemRef;
  readonly outcome: 'set' | 'changed' | 'missing' | 'refused';
  readonly status?: string | undefined;
  readonly message?: string | undefined;
}

/** The source side of an export: reads items again, and marks them. */
export interface ExportSource {
  /** The status that says "exported" for items of this kind, or null when they cannot be marked at the source. */
  markedStatus(kind: ItemRef['kind']): string | null;
  /** The items as they are now, in any order; missing ones are absent. */
  read(refs: readonly ItemRef[], signal?: AbortSignal): Promise<readonly SourceState[]>;
  /** Changes statuses, only where the expected one is still there, and answers per item. */
  setStatus(change: SourceChange): Promise<readonly SourceChangeResult[]>;
}
