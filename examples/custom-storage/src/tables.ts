import type { Database } from './storage/database.ts';

/** What to show of the rows of a table: one text each. */
const columns: Readonly<Record<string, string>> = {
  connections: `tenant || ': ' || status`,
  settings: `tenant || ': version ' || (record ->> 'version')`,
  pairs: `'one company and account, owned by ' || tenant`,
  customer_links: `'customer ' || source || ' is one in Visma'`,
  customer_numbers: `'customer ' || source || ' has number ' || number`,
  item_marks: `item || ': ' || kind`,
  cursors: `name`,
  leases: `name || ': ' || holder`,
  exports: `kind || ': ' || state || ', version ' || (record ->> 'version')`,
  export_items: `item || iif(live, ': held', ': free')`,
  export_documents: `field || ' of ' || (select kind from exports where exports.key = export_documents.key)`,
};

/** Prints every table: how many rows it has, and the first three of them. */
export function showTables(db: Database, print: (line: string) => void): void {
  for (const [table, column] of Object.entries(columns)) {
    const rows = db.texts(`select ${column} from ${table} order by 1`);
    print(`${table} (${rows.length})`);
    for (const row of rows.slice(0, 3)) print(`  ${row}`);
  }
}
