import type { CursorStore } from '../ports/cursor-store.ts';
import type { ExportScope } from '../ports/scope.ts';
import type { FilterMemory } from '../visma/search.ts';

/**
 * Which filters Visma refused, per company, in the store of cursors. A preview reads what is known and keeps what it
 * learns for itself.
 */
export function filterMemory(cursors: CursorStore, scope: ExportScope, preview: boolean): FilterMemory {
  const learned = new Set<string>();
  const name = (property: string): string => `filter/${property}`;
  return {
    isRefused: async (property) => learned.has(property) || (await cursors.get(scope, name(property))) !== null,
    async rememberRefused(property) {
      learned.add(property);
      if (!preview) {
        await cursors.set(scope, name(property), 'refused', null);
      }
    },
  };
}
