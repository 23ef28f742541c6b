import { equals, race } from '../expect.ts';
import type { Law } from '../law.ts';
import { hostileTexts, sampleTime, uniqueName, uniqueScope } from '../samples.ts';
import type { StateFixture } from '../state-fixture.ts';

const racers = 12;

/** Remembered values, and leases. */
export const cursorAndLeaseLaws: readonly Law<StateFixture>[] = [
  {
    name: 'cursors: a value is set when it is still the expected one',
    why: 'a watermark that jumps back or forth imports twice, or not at all',
    check: async ({ state, reopen }) => {
      const scope = uniqueScope();
      equals(await state.cursors.get(scope, 'import'), null, 'a value that was never set');
      const results = await race(racers, (index) => state.cursors.set(scope, 'import', `w${index}`, null));
      equals(results.filter(Boolean).length, 1, 'winners among racers');
      const winner = `w${results.indexOf(true)}`;
      equals(await (await reopen()).cursors.get(scope, 'import'), winner, 'the value through another handle');
      equals(await state.cursors.set(scope, 'import', 'x', 'other'), false, 'a set with another expectation');
      equals(await state.cursors.set(scope, 'import', null, winner), true, 'a removal');
      equals(await state.cursors.get(scope, 'import'), null, 'the value after its removal');
      equals(await state.cursors.set(scope, 'import', 'y', null), true, 'a set after the removal');
    },
  },
  {
    name: 'cursors: any text survives, names and scopes are kept apart',
    why: 'one company would go on where another one stopped',
    check: async ({ state }) => {
      const [one, two] = [uniqueScope(), uniqueScope()];
      for (const text of hostileTexts) {
        const name = text.slice(0, 60);
        equals(await state.cursors.set(one, name, text, null), true, 'a set');
        equals(await state.cursors.get(one, name), text, 'the value');
        equals(await state.cursors.get(two, name), null, 'the value in another scope');
      }
    },
  },
  {
    name: 'leases: one holder at a time, also among racers',
    why: 'two refreshes at once destroy the chain of refresh tokens',
    check: async ({ state }) => {
      const name = uniqueName('refresh');
      const results = await race(racers, (index) => state.leases.acquire(name, `h${index}`, sampleTime, sampleTime + 100));
      equals(results.filter(Boolean).length, 1, 'holders after a race');
    },
  },
  {
    name: 'leases: a lease ends at its time, and its holder may extend it',
    why: 'a lease that a killed worker leaves behind would block every refresh',
    check: async ({ state, reopen }) => {
      const name = uniqueName('refresh');
      equals(await state.leases.acquire(name, 'a', sampleTime, sampleTime + 100), true, 'a free lease');
      equals(await (await reopen()).leases.acquire(name, 'b', sampleTime + 99, sampleTime + 200), false, 'before it is over');
      equals(await state.leases.acquire(name, 'a', sampleTime + 99, sampleTime + 150), true, 'the holder extends it');
      equals(await state.leases.acquire(name, 'b', sampleTime + 100, sampleTime + 200), false, 'the old end of an extended one');
      equals(await state.leases.acquire(name, 'b', sampleTime + 150, sampleTime + 200), true, 'at its end');
      equals(await state.leases.acquire(name, 'a', sampleTime + 151, sampleTime + 300), false, 'the old holder');
    },
  },
  {
    name: 'leases: only the holder gives it up',
    why: 'a worker that was overtaken would let a third one in',
    check: async ({ state }) => {
      const name = uniqueName('refresh');
      await state.leases.acquire(name, 'a', sampleTime, sampleTime + 100);
      await state.leases.release(name, 'b');
      equals(await state.leases.acquire(name, 'b', sampleTime, sampleTime + 100), false, 'after a stranger gave it up');
      await state.leases.release(name, 'a');
      equals(await state.leases.acquire(name, 'b', sampleTime, sampleTime + 100), true, 'after the holder gave it up');
    },
  },
];
