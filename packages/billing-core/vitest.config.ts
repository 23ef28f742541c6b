import { mergeConfig } from 'vitest/config';
import { packageTests } from '../../vitest.shared.ts';

/** The tests are pure functions without mocks: they share a worker instead of starting one per file. */
export default mergeConfig(packageTests(), { test: { isolate: false } });
