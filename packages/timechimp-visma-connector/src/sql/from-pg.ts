import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';

/** What we need of a `Pool` of the package `pg`. */
export interface PgPool extends PostgresPool {
  /** Registers a listener for connections that break while nobody uses them. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Registers a listener for new connections. */
  on(event: 'connect', listener: (client: PgClient) => void): unknown;
}

/** What we need of a client of such a pool. */
export interface PgClient extends PostgresPoolClient {
  /** Registers a listener for the connection's end. */
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Settings of `fromPg`. */
export interface FromPgOptions {
  /** Told of a connection that broke, such as when the server restarts. The pool makes a new one by itself. */
  readonly onConnectionLost?: ((error: Error) => void) | undefined;
}

/**
 * A Kysely on a pool of `pg`. A connection that breaks never ends the process: `pg` emits an error on the client, also
 * while it is checked out, and without a listener Node treats that as uncaught. Closing the Kysely closes the pool.
 */
export function fromPg(pool: PgPool, options: FromPgOptions = {}): Kysely<unknown> {
  const lost = (error: Error): void => options.onConnectionLost?.(error);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
