import type { ExportReason } from '../ports/export-record.ts';
import type { FoundDocument } from './driver.ts';

/** What a look-up means for one export. */
export type Judgement =
  | { readonly kind: 'none' }
  | { readonly kind: 'adopt'; readonly document: FoundDocument }
  | { readonly kind: 'stop'; readonly reason: ExportReason; readonly document: FoundDocument | null };

/**
 * Judges what was found. Exactly one document that compares equal is adopted. One that carries the mark (or the number)
 * but differs, and several of whatever sort, stop: a person decides, because a wrong guess bills twice or not at all.
 */
export function judge(found: readonly FoundDocument[] | undefined): Judgement {
  const [first, ...others] = found ?? [];
  if (!first) return { kind: 'none' };
  if (others.length > 0) {
    return {
      kind: 'stop',
      document: null,
      reason: {
        code: 'several-matches',
        message: `Visma has ${others.length + 1} documents that could be this export.`,
        details: { documents: [first, ...others].map((each) => ({ ...each.documents })) },
      },
    };
  }
  if (first.differences.length > 0) {
    return {
      kind: 'stop',
      document: first,
      reason: {
        code: 'found-different',
        message: 'Visma has a document that belongs to this export but differs from it.',
        details: { documents: { ...first.documents } },
      },
    };
  }
  return { kind: 'adopt', document: first };
}
