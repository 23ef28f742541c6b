import type { CustomerStore, CustomerUpsert, SourceCustomer, UpsertResult } from '@x/timechimp-visma-connector';
import type { Pool } from 'pg';

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

  async function write(account: string, { id, fields }: CustomerUpsert): Promise<UpsertResult> {
    const { number = null, ...rest } = { active: true, ...fields };
    if (id === undefined) {
      const { rows } = await pool.query<{ id: string }>(
        `insert into ${table} (account, number, fields) values ($1, $2, $3) on conflict do nothing returning id::text`,
        [account, number, JSON.stringify(rest)],
      );
      return rows[0] ? { outcome: 'created', id: rows[0].id } : { outcome: 'conflict' };
    }
    const { rowCount } = await pool.query(
      `update ${table} set number = coalesce($3, number), fields = fields || $4::jsonb where account = $1 and id = $2`,
      [account, id, number, JSON.stringify(fields)],
    );
    return rowCount === 0 ? { outcome: 'missing' } : { outcome: 'updated', id };
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
