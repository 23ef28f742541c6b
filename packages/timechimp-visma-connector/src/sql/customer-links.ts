import { type Kysely, sql } from 'kysely';
import type { CustomerLink } from '../ports/link-store.ts';
import { anyOf } from './arrays.ts';
import { batches } from './batches.ts';
import { linkRounds } from './link-rounds.ts';
import { LostRaceError, retrying } from './retry.ts';
import type { Tables } from './tables.ts';
import { escapeKey, unescapeText } from './text.ts';

interface LinkRow {
  readonly source_customer_id: string;
  readonly visma_customer_id: string;
}

/** The links of the scope, or of some of its customers. */
export async function customerLinks(
  db: Kysely<Tables>,
  scope: string,
  ids?: readonly string[],
): Promise<readonly CustomerLink[]> {
  const query = db
    .selectFrom('customer_links')
    .select(['source_customer_id', 'visma_customer_id'])
    .where('scope', '=', scope);
  if (!ids) return (await query.execute()).map(linkOf);
  const found: CustomerLink[] = [];
  for (const batch of batches([...new Set(ids)])) {
    const keys = batch.map(escapeKey);
    const rows = await query.where((eb) => anyOf(eb.ref('source_customer_id'), keys)).execute();
    found.push(...rows.map(linkOf));
  }
  return found;
}

/** Links each pair that is free on both sides. */
export async function linkCustomers(
  db: Kysely<Tables>,
  scope: string,
  links: readonly CustomerLink[],
): Promise<readonly ('linked' | 'taken')[]> {
  const answers: ('linked' | 'taken')[] = [];
  for (const round of linkRounds(links)) {
    const rows = round.map((link) => ({
      source_customer_id: escapeKey(link.sourceCustomerId),
      visma_customer_id: escapeKey(link.vismaCustomerId),
    }));
    answers.push(...(await retrying(() => linkRound(db, scope, rows))));
  }
  return answers;
}

async function linkRound(
  db: Kysely<Tables>,
  scope: string,
  rows: readonly LinkRow[],
): Promise<readonly ('linked' | 'taken')[]> {
  const sources = rows.map((row) => row.source_customer_id);
  const vismas = rows.map((row) => row.visma_customer_id);
  const input = sql<LinkRow>`unnest(${sources}::text[], ${vismas}::text[])`;
  const inserted = await db
    .insertInto('customer_links')
    .columns(['scope', 'source_customer_id', 'visma_customer_id'])
    .expression((eb) =>
      eb
        .selectFrom(input.as<'input'>(sql`input(source_customer_id, visma_customer_id)`))
        .select([
          sql<string>`${scope}::text`.as('scope'),
          'input.source_customer_id',
          'input.visma_customer_id',
        ])
        // Everybody locks in the same order.
        .orderBy('input.source_customer_id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('source_customer_id')
    .execute();
  if (inserted.length === rows.length) return rows.map(() => 'linked');
  const select = db
    .selectFrom('customer_links')
    .select(['source_customer_id', 'visma_customer_id'])
    .where('scope', '=', scope);
  const there = await select.where((eb) => anyOf(eb.ref('source_customer_id'), sources)).execute();
  const bySource = new Map(there.map((row) => [row.source_customer_id, row.visma_customer_id]));
  // Those that were not inserted although their customer has no link: the other side must have one.
  const open = rows.filter((row) => !bySource.has(row.source_customer_id)).map((row) => row.visma_customer_id);
  const taken = open.length === 0 ? [] : await select.where((eb) => anyOf(eb.ref('visma_customer_id'), open)).execute();
  // Where it has none either, what was in the way is gone again; what was linked meanwhile will be found linked.
  if (taken.length < open.length) throw new LostRaceError();
  return rows.map((row) => (bySource.get(row.source_customer_id) === row.visma_customer_id ? 'linked' : 'taken'));
}

/** Takes the link of a customer away. */
export async function unlinkCustomer(db: Kysely<Tables>, scope: string, id: string): Promise<void> {
  await retrying(() =>
    db
      .deleteFrom('customer_links')
      .where('scope', '=', scope)
      .where('source_customer_id', '=', escapeKey(id))
      .execute(),
  );
}

/** Reserves a number that nobody has, for a customer that has none. Reservations are never taken away. */
export async function reserveNumber(
  db: Kysely<Tables>,
  scope: string,
  id: string,
  number: string,
): Promise<string | null> {
  const source_customer_id = escapeKey(id);
  const inserted = await retrying(() =>
    db
      .insertInto('customer_numbers')
      .values({ scope, source_customer_id, number: escapeKey(number) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .execute(),
  );
  if (inserted.length > 0) return number;
  const row = await db
    .selectFrom('customer_numbers')
    .select('number')
    .where('scope', '=', scope)
    .where('source_customer_id', '=', source_customer_id)
    .executeTakeFirst();
  return row ? unescapeText(row.number) : null;
}

function linkOf(row: LinkRow): CustomerLink {
  return {
    sourceCustomerId: unescapeText(row.source_customer_id),
    vismaCustomerId: unescapeText(row.visma_customer_id),
  };
}
