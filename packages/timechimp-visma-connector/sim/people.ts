import type { EntryStatus } from '@x/billing-core';
import { documentsOf, type BookedDocument } from './documents.ts';
import { accountId, hourOf } from './items.ts';
import { isStored, isStoredAsPlanned, replacedDraft } from './ledger.ts';
import { company, type World } from './world.ts';

/** Something that a person does in Visma, if there is a document to do it to. */
export function personInVisma(world: World): void {
  const { random } = world;
  const documents = documentsOf(world.fake, company).filter((each) => !each.void);
  const drafts = documents.filter((each) => each.stage === 'draft');
  const finals = documents.filter((each) => each.stage === 'final');
  const acts: readonly (() => void)[] = [
    () => { convert(world, random.pick(drafts)); },
    () => { edit(world, random.pick(drafts)); },
    () => { eraseMark(world, random.pick(drafts)); },
    () => { copy(world, random.pick(documents)); },
    () => { remove(world, random.pick(drafts)); },
    () => { voidInvoice(world, random.pick(finals)); },
  ];
  try {
    random.pick(acts)?.();
  } catch (error) {
    // Visma refuses some of it, such as voiding what was credited already.
    world.trace(`  refused: ${String(error)}`);
  }
  world.observe();
}

/**
 * Somebody works on the draft that is about to be deleted: finalises it, erases its mark, or both, so that only its rows
 * tell what the invoice is. Often the deletion is then lost on its way.
 */
export function personAtTheWorstMoment(world: World): void {
  const id = replacedDraft(world);
  const draft = documentsOf(world.fake, company).find((each) => each.stage === 'draft' && each.id === id);
  const how = world.random.int(0, 2);
  if (how > 0) eraseMark(world, draft);
  if (how !== 1) convert(world, draft);
  if (world.random.chance(0.5)) {
    world.hits.add('fault reset before commit');
    world.fake.faults.next('DELETE /customerinvoicedrafts/{customerInvoiceDraftId}', { kind: 'reset', committed: false });
  }
  world.observe();
}

function convert(world: World, draft: BookedDocument | undefined): void {
  if (!draft) return;
  world.hits.add('person convert');
  world.trace(`  ${draft.id} ${draft.hours.map((hour) => hour.id).join('+')}`);
  const invoice = world.fake.person.convertDraft(draft.id);
  world.byPerson.add(invoice.Id);
  if (world.copies.has(draft.id)) world.copies.add(invoice.Id);
}

/** Adds to a quantity; the mark stays. A draft is edited or its mark erased, never both: then nothing would tell it. */
function edit(world: World, draft: BookedDocument | undefined): void {
  if (!draft || world.edited.has(draft.id)) return;
  world.hits.add('person edit draft');
  world.trace(`  ${draft.id} ${draft.hours.map((hour) => hour.id).join('+')}`);
  world.edited.add(draft.id);
  const record = world.fake.books.of(company).drafts.find((each) => each.Id === draft.id);
  const Rows = (record?.Rows ?? []).map((row, index) => (index === 0 ? { ...row, Quantity: row.Quantity + 1 } : row));
  world.fake.person.editDraft(draft.id, { Rows });
}

/**
 * Only where the draft's id is stored: while its write is in doubt, the mark is all that it can be found by. And only where
 * it is as planned: of an edited one that becomes an invoice nothing would be left to tell it by.
 */
function eraseMark(world: World, draft: BookedDocument | undefined): void {
  if (!draft || world.edited.has(draft.id) || !isStoredAsPlanned(world, draft.id)) return;
  world.hits.add('person erase mark');
  world.trace(`  ${draft.id} ${draft.hours.map((hour) => hour.id).join('+')}`);
  world.edited.add(draft.id);
  const record = world.fake.books.of(company).drafts.find((each) => each.Id === draft.id);
  world.fake.person.editDraft(draft.id, { Rows: (record?.Rows ?? []).filter((row) => !row.IsTextRow) });
}

function copy(world: World, document: BookedDocument | undefined): void {
  if (!document) return;
  world.hits.add('person copy');
  world.trace(`  ${document.id} ${document.hours.map((hour) => hour.id).join('+')}`);
  const { person } = world.fake;
  const made = document.stage === 'draft' ? person.copyDraft(document.id) : person.copyInvoice(document.id);
  world.copies.add(made.Id);
  if (world.edited.has(document.id)) world.edited.add(made.Id);
}

function remove(world: World, draft: BookedDocument | undefined): void {
  if (!draft) return;
  world.hits.add('person delete');
  world.trace(`  ${draft.id} ${draft.hours.map((hour) => hour.id).join('+')}`);
  const isForgotten = world.isLost && !isStored(world, draft.id);
  world.fake.person.deleteDraft(draft.id);
  // Our ledger does not follow what it has forgotten: whoever deletes such a draft opens its hours again.
  for (const { id } of isForgotten ? draft.hours : []) {
    const hour = hourOf(world.source, id);
    if (hour?.status !== 'Invoiced' || isInvoiced(world, id)) continue;
    world.source.account(accountId).items.set(`time:${id}`, { ...hour, status: 'Approved' });
    world.note(id, 'person');
  }
}

function voidInvoice(world: World, invoice: BookedDocument | undefined): void {
  if (!invoice) return;
  world.hits.add('person void');
  world.trace(`  ${invoice.id} ${invoice.hours.map((hour) => hour.id).join('+')}`);
  world.byPerson.add(world.fake.person.voidInvoice(invoice.id).Id);
}

/** Something that a person does in TimeChimp. */
export function personInTimeChimp(world: World): void {
  const { random } = world;
  const id = random.pick([...world.versions.keys()]);
  const hour = id === undefined ? undefined : hourOf(world.source, id);
  if (id === undefined || !hour) return;
  const { items } = world.source.account(accountId);
  const set = (name: string, status: EntryStatus): void => {
    world.hits.add(name);
    items.set(`time:${id}`, { ...hour, status });
  };
  switch (random.int(0, 5)) {
    case 0:
    case 1:
      if (hour.status === 'Invoiced') return;
      world.hits.add('timechimp edit');
      items.set(`time:${id}`, { ...hour, minutes: random.int(1, 16) * 15 });
      break;
    case 2:
      if (!random.chance(0.3)) return;
      world.hits.add('timechimp delete');
      items.delete(`time:${id}`);
      break;
    case 3:
      set('timechimp write off', 'WrittenOff');
      break;
    case 4:
      set('timechimp invoiced', 'Invoiced');
      break;
    default:
      // After a loss our ledger cannot say that the hour is invoiced: whoever re-opens one looks into Visma first.
      if (world.isLost && isInvoiced(world, id)) return;
      set('timechimp re-open', 'Approved');
  }
  world.note(id, 'person');
}

/** What an operator finds in the books for these hours: the only live document, if there is exactly one. */
export function onlyDocument(world: World, items: readonly string[]): BookedDocument | null | 'several' {
  const wanted = new Set(items);
  const found = documentsOf(world.fake, company).filter(
    (each) => !each.void && each.hours.some((hour) => wanted.has(hour.id)),
  );
  const [only, ...others] = found;
  if (!only) return null;
  // Another invoice of some of the hours is not this one: an operator who compares them decides nothing.
  const whole = items.every((id) => only.hours.some((hour) => hour.id === id));
  return others.length > 0 || !whole ? 'several' : only;
}

/** Whether a document stands for the hour, copies apart. */
export function isInvoiced(world: World, id: string): boolean {
  return documentsOf(world.fake, company).some((each) => !each.void && !world.copies.has(each.id) && each.hours.some((hour) => hour.id === id));
}
