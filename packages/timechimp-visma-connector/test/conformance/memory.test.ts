import { describe, it } from 'vitest';
import { createMemoryState } from '../../src/memory/index.ts';
import { sourceConformance, stateConformance } from '../../src/testing/index.ts';
import { memorySourceFixture } from './memory-source.ts';

const runner = { describe, it };

stateConformance({
  runner,
  create: () => {
    const state = createMemoryState();
    return { state, reopen: () => state.reopen() };
  },
});

sourceConformance({ runner, create: () => memorySourceFixture() });
