import { scopeKey, type CursorStore } from '@x/timechimp-visma-connector';
import type { Database } from './database.ts';

/** The table of `sqliteCursors`. */
export const cursorTables = `
  create table if not exists cursors (scope text, name text, value text not null, primary key (scope, name)) strict`;

/** Watermarks and other small values, each guarded by the value that it replaces. */
export function sqliteCursors(db: Database): CursorStore {
  const load = (scope: string, name: string): string | null =>
    db.text('select value from cursors where scope = ? and name = ?', scope, name) ?? null;
  return {
    get: (scope, name) => db.read(() => load(scopeKey(scope), name)),
    set: (scope, name, value, expected) =>
      db.write(() => {
        const key = scopeKey(scope);
        if (load(key, name) !== expected) return false;
        if (value === null) db.change('delete from cursors where scope = ? and name = ?', key, name);
        else db.change('insert or replace into cursors values (?, ?, ?)', key, name, value);
        return true;
      }),
  };
}
