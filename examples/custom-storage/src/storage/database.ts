import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** One handle to a file of SQLite. Statements run inside `read` or `write`, which never wait in the middle. */
export class Database extends DatabaseSync {
  /** Opens the file, or makes it, and the tables that are missing. Throws what SQLite says when that fails. */
  constructor(file: string, tables: readonly string[]) {
    // Others wait for the write lock instead of failing at once. The queue has no order, so the unlucky one waits long.
    super(file, { timeout: 30_000 });
    this.exec('pragma journal_mode = wal; pragma synchronous = full');
    this.exec(['begin immediate', ...tables, 'commit'].join(';'));
  }

  /** One transaction on one snapshot. It never holds up a writer. */
  read<T>(work: () => T): Promise<T> {
    return this.#transaction('begin', work);
  }

  /** One transaction that has the write lock from its start: what `work` reads is still true when it writes. */
  write<T>(work: () => T): Promise<T> {
    return this.#transaction('begin immediate', work);
  }

  /** One statement in a transaction of its own. */
  async run(sql: string, ...values: readonly SQLInputValue[]): Promise<void> {
    await this.write(() => this.change(sql, ...values));
  }

  /** The first column of every row, as text. */
  texts(sql: string, ...values: readonly SQLInputValue[]): string[] {
    return this.prepare(sql).all(...values).map((row) => String(Object.values(row)[0]));
  }

  /** The first column of the first row, if there is one. */
  text(sql: string, ...values: readonly SQLInputValue[]): string | undefined {
    return this.texts(sql, ...values)[0];
  }

  /** How many rows were written. */
  change(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.prepare(sql).run(...values).changes);
  }

  /** What is thrown in here, the promise rejects with. */
  #transaction<T>(begin: string, work: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.exec(begin);
      try {
        const result = work();
        this.exec('commit');
        resolve(result);
      } catch (error) {
        // SQLite has rolled back by itself after some failures, such as a full disk.
        if (this.isTransaction) this.exec('rollback');
        throw error;
      }
    });
  }
}
