import { type ExportState, freeStates } from '../src/ports/export-record.ts';

/** Which state may follow which: the life of an export. The documents draw it, and every simulated export is held to it. */
export const steps: Readonly<Partial<Record<ExportState, readonly ExportState[]>>> = {
  'claimed': ['writing', 'stored', 'held', 'stale', 'released', 'undoing'],
  'writing': ['stored', 'held', 'in-doubt', 'rejected', 'released', 'claimed', 'undoing'],
  'in-doubt': ['stored', 'held', 'not-written', 'written', 'undoing', 'claimed'],
  'replacing': ['exported', 'claimed', 'stored', 'held'],
  'stored': ['converting', 'written', 'held', 'draft-missing', 'undoing'],
  'converting': ['stored', 'held'],
  'written': ['exported', 'undoing'],
  'exported': ['stored', 'held', 'draft-missing', 'undoing', 'replacing'],
  'held': ['stored', 'in-doubt', 'written', 'undoing'],
  'draft-missing': ['stored', 'held', 'written', 'undoing'],
  'undoing': ['undone', 'held', 'stored'],
  'released': ['claimed'],
  'rejected': ['claimed'],
  'stale': ['claimed'],
  'not-written': ['claimed'],
  'undone': ['claimed'],
};

/** Steps that need a lost store, a person at the right moment or an old export: tests take them, a run by chance may not. */
const rare = new Set([
  'claimed -> stored',
  'claimed -> held',
  'claimed -> undoing',
  'writing -> held',
  'writing -> claimed',
  'writing -> undoing',
  'in-doubt -> claimed',
  'replacing -> stored',
  'replacing -> held',
  'in-doubt -> written',
  'in-doubt -> undoing',
  'stored -> undoing',
  'draft-missing -> stored',
  'draft-missing -> held',
  'draft-missing -> written',
  ...freeStates.map((state) => `${state} -> claimed`),
]);

/** The name of a step, for counts and messages. */
export function stepName(from: ExportState, to: ExportState): string {
  return `${from} -> ${to}`;
}

/** Steps that a full run must have taken. */
export const usualSteps: readonly string[] = Object.entries(steps)
  .flatMap(([from, targets]) => targets.map((to) => `${from} -> ${to}`))
  .filter((name) => !rare.has(name));
