import { isLive, type ExportRecord } from '../src/ports/export-record.ts';
import { company, type World } from './world.ts';

/** What our own store knows, asked by people and by the schedule; the checker never asks it. */
function recordsOf({ state }: World): ExportRecord[] {
  return [...state.snapshot().tables.exports.values()];
}

/** Hours that a live export holds. */
export function heldHours(world: World): ReadonlySet<string> {
  const live = recordsOf(world).filter(({ state }) => isLive(state));
  return new Set(live.flatMap(({ sources }) => sources.flatMap(({ ref }) => (ref.kind === 'time' ? [ref.id] : []))));
}

/** The draft that is being replaced at this moment, if one is. */
export function replacedDraft(world: World): string | undefined {
  return recordsOf(world).find(({ state }) => state === 'replacing')?.documents.draftId;
}

/** Whether the ledger knows this draft. Asked by people who would otherwise do what no protocol can see. */
export function isStored(world: World, draftId: string): boolean {
  return recordsOf(world).some(({ documents }) => documents.draftId === draftId);
}

/** Whether an export has the draft's id, and found nothing in it that differs from what was planned. */
export function isStoredAsPlanned(world: World, draftId: string): boolean {
  return recordsOf(world).some(({ documents, differences }) => documents.draftId === draftId && differences.length === 0);
}

/** Keys of exports whose draft is open and, as a rule, nobody has worked on: what somebody wants replaced. */
export function openDrafts(world: World): ReadonlySet<string> {
  const drafts = new Set(world.fake.books.of(company).drafts.map((draft) => draft.Id));
  const isOpen = ({ state, documents: { draftId = '' } }: ExportRecord): boolean =>
    state === 'exported' && drafts.has(draftId) && (!world.edited.has(draftId) || world.random.chance(0.2));
  return new Set(recordsOf(world).filter(isOpen).map(({ key }) => key));
}
