export { createMemorySource, type MemorySource, type MemorySourceOptions } from './source.ts';
export type { AccountTables, MemoryAccount } from './source-tables.ts';
export { createMemoryState, type MemorySnapshot, type MemoryState } from './state.ts';
