export { type EmbeddedDatabase, openEmbedded, type OpenEmbeddedOptions } from './embedded.ts';
export { FolderInUseError } from './folder-lock.ts';
export { type FromPgOptions, fromPg, type PgClient, type PgPool } from './from-pg.ts';
export { fromPglite } from './from-pglite.ts';
export { migrateSqlState, type MigrateOptions } from './migrate.ts';
export type { SqlNames } from './names.ts';
export { sqlPaceStore } from './pace-store.ts';
export { sqlReadiness } from './readiness.ts';
export { createSqlState, type SqlStateOptions } from './state.ts';
