import type { SourceRef } from '../model/primitives.ts';

/** The text form of a reference, e.g. `time:123`. */
export function sourceKey(ref: SourceRef): string {
  return `${ref.kind}:${ref.id}`;
}
