import type { CustomerStore, CustomerUpsert, SourceCustomer, UpsertResult } from '@x/timechimp-visma-connector';
import { DatabaseError, type Pool } from 'pg';

const uniqueViolation = '23505';

interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly fields: Omit<SourceCustomer, 'id' | 'number'>;
}

/** Makes the table of an application that keeps its customers in PostgreSQL. A number is carried once per account. */
export async function createCustomerTable(pool: Pool, schema: string): Promise<void> {
  await pool.query(`create table ${schema}.customers (
    account text not null,
    id bigint generated always as identity primary key,
    number text,
    fields jsonb not null,
    unique (account, number)
  )`);
}

/** The application's customers as the connector sees them. */
export function customerTable(pool: Pool, schema: string): CustomerStore {
  const table = `${schema}.customers`;
  const read = async (condition: string, values: readonly unknown[]): Promise<SourceCustomer[]> => {
    const { rows } = await pool.query<Row>(`select id::text, number, fields from ${table} where account = $1 and ${condition}`, [...values]);
    return rows.map(({ id, number, fields }) => ({ ...fields, id, ...(number === null ? {} : { number }) }));
  };
  const get = (account: string, ids: readonly string[]): Promise<SourceCustomer[]> => read('id = any($2::bigint[])', [account, ids]);

  async function create(account: string, number: string | null, fields: object): Promise<UpsertResult> {
    const { rows } = await pool.query<{ id: string }>(
      `insert into ${table} (account, number, fields) values ($1, $2, $3) on conflict do nothing returning id::text`,
      [account, number, JSON.stringify({ active: true, ...fields })],
    );
    return rows[0] ? { outcome: 'created', id: rows[0].id } : { outcome: 'conflict' };
  }

  async function update(account: string, id: string, number: string | null, fields: object): Promise<UpsertResult> {
    const { rows } = await pool.query<{ changed: boolean }>(
      `with old as (select * from ${table} where account = $1 and id = $2 for update)
       update ${table} as now set number = coalesce($3, now.number), fields = now.fields || $4::jsonb from old where now.id = old.id
       returning (old.number, old.fields) is distinct from (now.number, now.fields) as changed`,
      [account, id, number, JSON.stringify(fields)],
    );
    return rows[0] ? { outcome: rows[0].changed ? 'updated' : 'unchanged', id } : { outcome: 'missing' };
  }

  async function write(account: string, { id, fields: { number, ...fields } }: CustomerUpsert): Promise<UpsertResult> {
    try {
      return await (id === undefined ? create(account, number ?? null, fields) : update(account, id, number ?? null, fields));
    } catch (error) {
      // Another customer has the number: the unique key decides, also among racers.
      if (error instanceof DatabaseError && error.code === uniqueViolation) return { outcome: 'conflict' };
      throw error;
    }
  }

  return {
    async page(account, { limit, after }) {
      const items = await read('id > $2 order by customers.id limit $3', [account, after ?? '0', limit]);
      const last = items.at(-1);
      return { items, ...(items.length === limit && last ? { next: last.id } : {}) };
    },
    get,
    findByNumber: (account, number) => read('number = $2', [account, number]),
    upsert: (account, customers) => Promise.all(customers.map((customer) => write(account, customer))),
    async setNumber(account, id, number, expected) {
      const { rowCount } = await pool.query(
        `update ${table} set number = $3 where account = $1 and id = $2 and number is not distinct from $4`,
        [account, id, number, expected],
      );
      if (rowCount === 1) return 'set';
      return (await get(account, [id])).length === 0 ? 'missing' : 'changed';
    },
  };
}
