import { Kysely, PGliteDialect, type PGliteDialectConfig } from 'kysely';

/** A Kysely on a PGlite, or on a function that makes one at the first query. Closing the Kysely closes the PGlite. */
export function fromPglite(pglite: PGliteDialectConfig['pglite']): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
}
