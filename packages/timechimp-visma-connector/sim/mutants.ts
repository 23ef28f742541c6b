import type { Habit } from './world.ts';

/** One deliberate mistake: a change of a source file before it is loaded, or a habit of those who use the protocol. */
export type Mutant = { readonly name: string; readonly why: string } & (
  | { readonly habit: Habit }
  | { readonly file: string; readonly find: string; readonly replace: string }
);

/** Mistakes that the simulation must find, each with what goes wrong. */
export const mutants: readonly Mutant[] = [
  {
    name: 'mark-first',
    why: 'items are Invoiced although the write is then refused',
    file: 'src/export/write-claimed.ts',
    find: 'const written = await writeDocument(work, fresh);',
    replace: `const items = fresh.sources.map((item) => ({ ref: item.ref, expected: item.previousStatus }));
    await work.context.source.setStatus({ items, to: 'Invoiced', startBefore: Infinity }).catch(() => undefined);
    const written = await writeDocument(work, fresh);`,
  },
  {
    name: 'free-on-404',
    why: 'a draft that a person finalised counts as gone',
    file: 'src/export/missing-draft.ts',
    find: 'const adopted = await adoptFound(work, record, found.value.get(record.key));',
    replace: 'const adopted = null;',
  },
  {
    name: 'no-fencing',
    why: 'the result of an old worker overwrites that of the new one',
    file: 'src/memory/export-store.ts',
    find: 'stored?.version !== expectedVersion || !(isLive(stored.state) || stored.state === record.state)',
    replace: '!stored',
  },
  {
    name: 'no-renewal-before-write',
    why: 'a frozen worker writes what another has written meanwhile',
    file: 'src/export/write-document.ts',
    find: "await move(work, claimed, { state: 'writing', ...renewedLease(work, claimed), absent: notYetAbsent })",
    replace: '{ ...claimed, ...renewedLease(work, claimed) }',
  },
  {
    name: 'no-send-deadline',
    why: 'a frozen worker sends after its lease, when its export was given up',
    file: 'src/export/write-document.ts',
    find: 'const startBefore = record.sendBefore ?? 0;',
    replace: 'const startBefore = Infinity;',
  },
  {
    name: 'one-look-up',
    why: 'a write that is still under way counts as absent',
    file: 'src/export/find-documents.ts',
    find: '!isProvedAbsent(work, record, found.askedAt)',
    replace: 'false',
  },
  {
    name: 'no-settling-margin',
    why: 'the second look-up comes before a late commit',
    file: 'src/export/absence.ts',
    find: 'askedAt >= Math.max(record.quietFrom ?? 0, settled)',
    replace: 'settled >= 0',
  },
  {
    name: 'unknown-is-not-sent',
    why: 'a write whose answer was lost is sent again',
    file: 'src/export/delivery.ts',
    find: "delivery : 'unknown'",
    replace: "delivery : 'not-sent'",
  },
  {
    name: 'no-second-reading',
    why: 'what changed since the preview is exported as it was',
    file: 'src/export/check-sources.ts',
    find: 'const reason = staleness(work, record, states.value);',
    replace: 'const reason = null;',
  },
  {
    name: 'items-not-claimed',
    why: 'two exports take the same item',
    file: 'src/memory/export-store.ts',
    find: 'if (by.length > 0)',
    replace: 'if (by.length > 99)',
  },
  {
    name: 'undo-leaves-the-draft',
    why: 'items are free while their draft stands',
    file: 'src/export/undo.ts',
    find: "if (record.undo?.document === 'remove')",
    replace: 'if (false)',
  },
  {
    name: 'undo-trusts-missing',
    why: 'a draft that was not there may have become an invoice',
    file: 'src/export/undo.ts',
    find: "if (removed.value === 'removed')",
    replace: 'if (true)',
  },
  {
    name: 'replace-without-confirming',
    why: 'the new draft is written although the old one may stand',
    file: 'src/export/replace.ts',
    find: "if (deliveryOf(removed.error) === 'unknown') return park(work, sending, reason);",
    replace: 'return writeNew(work, sending, replacement);',
  },
  {
    name: 'replace-trusts-missing',
    why: 'a draft that was not there any more may have become an invoice',
    file: 'src/export/replace.ts',
    find: "const found = await lookUp(work, [record], 'draft-missing');",
    replace: 'if (record.state) return writeNew(work, record, replacement);\n  const found = await lookUp(work, [record], \'draft-missing\');',
  },
  {
    name: 'replace-frees-marked-items',
    why: 'items are free and Invoiced when the new draft was refused',
    file: 'src/export/work.ts',
    find: 'const change = keepMarked(work, record, wanted);',
    replace: 'const change = wanted;',
  },
  {
    name: 'undo-restores-open',
    why: 'an approved hour must be approved again',
    file: 'src/export/restore-sources.ts',
    find: 'to: (item) => item.previousStatus,',
    replace: "to: () => 'Open',",
  },
  {
    name: 'undo-does-not-wait',
    why: 'a mark that arrives late hides an item that is free',
    file: 'src/export/restore-sources.ts',
    find: 'if (isUnsettled(work, record))',
    replace: 'if (false)',
  },
  {
    name: 'mark-without-deadline',
    why: 'a frozen worker marks what was undone meanwhile',
    file: 'src/export/mark-sources.ts',
    find: 'startBefore: record.sendBefore ?? 0,',
    replace: 'startBefore: Infinity,',
  },
  {
    name: 'mark-whatever-the-status',
    why: 'an hour that a person wrote off becomes Invoiced',
    file: 'src/memory/work-store.ts',
    find: 'if (item.status !== expected)',
    replace: 'if (false)',
  },
  {
    name: 'no-read-back',
    why: 'a mark whose answer was lost counts as set',
    file: 'src/export/send-statuses.ts',
    find: 'if (status === step.from(item))',
    replace: 'if (false)',
  },
  {
    name: 'no-bisection',
    why: 'one refused item keeps a whole batch from being marked',
    file: 'src/export/send-statuses.ts',
    find: 'if (only && others.length === 0)',
    replace: `for (const item of items) answers.items.set(itemKey(item.ref), { outcome: 'other' });
  if (only)`,
  },
  {
    name: 'no-second-look-at-bookings',
    why: 'an unknown booking is given up at once and booked again',
    file: 'src/export/write-document.ts',
    find: "state: 'in-doubt',\n      leaseUntil: null,",
    replace: "state: 'rejected',",
  },
  {
    name: 'no-look-before-writing',
    why: 'after our store was lost, everything is written and booked once more',
    file: 'src/export/find-documents.ts',
    find: 'return (await adoptFound(work, record, found.value.get(record.key))) ?? record;',
    replace: 'return record;',
  },
  { name: 'key-with-the-connection', why: 'after a reconnect nothing is known', habit: 'key with the connection' },
  { name: 'scope-by-tenant', why: 'two tenants export the same hours', habit: 'scope by tenant' },
  { name: 'pair-not-claimed', why: 'two tenants export the same hours', habit: 'pair not claimed' },
  { name: 'company-not-compared', why: 'documents land in the books of another company', habit: 'company not compared' },
];

/** The mutant of this name. Throws when there is none. */
export function mutantNamed(name: string): Mutant {
  const mutant = mutants.find((each) => each.name === name);
  if (!mutant) throw new Error(`There is no mutant "${name}"; there are: ${mutants.map((each) => each.name).join(', ')}.`);
  return mutant;
}
