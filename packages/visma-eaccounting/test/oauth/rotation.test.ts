import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AccessTokenProvider } from '../../src/auth.ts';
import { NetworkError } from '../../src/errors/network-error.ts';
import { ReconnectRequiredError } from '../../src/oauth/errors/reconnect-required-error.ts';
import { TokenStoreError } from '../../src/oauth/errors/token-store-error.ts';
import type { StoredTokens } from '../../src/oauth/stored-tokens.ts';
import { createTokenProvider } from '../../src/oauth/token-provider.ts';
import type { TokenSet } from '../../src/oauth/token-set.ts';
import type { TokenStore } from '../../src/oauth/token-store.ts';
import { storedTokens } from './tokens.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 300);
const HOUR = 3_600_000;

/** What goes wrong in a run, where 'lost answer' and 'crash' may cost the connection and the others must not. */
const plan = fc.record({
  processes: fc.integer({ min: 1, max: 3 }),
  waves: fc.array(fc.array(fc.record({ at: fc.nat(2), refused: fc.boolean() }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  }),
  endpoint: fc.array(fc.constantFrom('fine', 'fine', 'not sent', 'reset before commit'), { maxLength: 6 }),
  writes: fc.array(fc.constantFrom('fine', 'fine', 'fine', 'throws before', 'throws after'), { maxLength: 8 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;
interface Hazards {
  readonly lock: 'works' | 'fails';
  readonly loseAnswerAt?: number | undefined;
  /** The process that runs the n-th step of all dies at it. */
  readonly crashAt?: number | undefined;
}

interface World {
  readonly outcomes: unknown[];
  readonly granted: number;
  readonly refusals: number;
  readonly stored: StoredTokens;
  /** Asks for a token from a process that knows nothing but the store, with no faults left. */
  readonly finalCall: () => Promise<unknown>;
  readonly usedBeforeStored: string[];
  readonly requests: () => number;
}

/** Several processes, one rotating token endpoint and one store; every step is ordered by the scheduler. */
async function play(
  scheduler: fc.Scheduler,
  { processes, waves, endpoint, writes }: Plan,
  hazards: Hazards,
): Promise<World> {
  let now = 100 * HOUR;
  let generation = 0;
  let refusals = 0;
  let requests = 0;
  let steps = 0;
  let stored: StoredTokens = storedTokens(now - 1);
  const everStored = new Set([stored.accessToken]);
  const dead = new Set<number>();
  const mourners: { readonly process: number; readonly tell: () => void }[] = [];
  let calm = false;
  const endpointFaults = [...endpoint];
  const writeFaults = [...writes];
  let queue: Promise<unknown> = Promise.resolve();

  /** One point at which another process may go first, or this one may die. */
  const step = async (process: number, label: string): Promise<void> => {
    steps += 1;
    if (steps === hazards.crashAt && !calm) {
      dead.add(process);
      for (const mourner of mourners) if (mourner.process === process) mourner.tell();
    }
    await scheduler.schedule(Promise.resolve(), `${process} ${label}`);
    if (dead.has(process)) await new Promise(() => undefined);
  };

  const death = (process: number): Promise<void> =>
    new Promise((tell) => {
      if (dead.has(process)) tell();
      else mourners.push({ process, tell });
    });

  const refresh = async (process: number, token: string): Promise<TokenSet> => {
    const fault = endpointFaults.shift() ?? 'fine';
    await step(process, 'send');
    if (fault !== 'fine') throw new NetworkError(fault, { delivery: fault === 'not sent' ? 'not-sent' : 'unknown' });
    requests += 1;
    const lose = requests === hazards.loseAnswerAt;
    if (token !== `refresh-${generation}`) {
      refusals += 1;
      await step(process, 'refusal');
      throw new ReconnectRequiredError('refresh-token-refused');
    }
    generation += 1;
    const tokens = {
      accessToken: `access-${generation}`,
      refreshToken: `refresh-${generation}`,
      obtainedAt: now,
      expiresAt: now + HOUR,
      scope: 'ea:api',
    };
    await step(process, 'answer');
    if (lose) throw new NetworkError('answer lost', { delivery: 'unknown' });
    return tokens;
  };

  const storeOf = (process: number): TokenStore => ({
    async load() {
      await step(process, 'load');
      return stored;
    },
    async compareAndSet(previous, next) {
      const fault = writeFaults.shift() ?? 'fine';
      await step(process, 'write');
      if (fault === 'throws before') throw new Error('down');
      const matches = stored.version === previous;
      if (matches) {
        stored = next;
        everStored.add(next.accessToken);
      }
      await step(process, 'written');
      if (fault === 'throws after') throw new Error('down');
      return matches;
    },
    withLock(work) {
      const run = (): Promise<unknown> => {
        const working = dead.has(process) ? new Promise<never>(() => undefined) : work(new AbortController().signal);
        return Promise.race([working, death(process)]);
      };
      const turn = hazards.lock === 'works' ? queue.then(run) : run();
      queue = turn.catch(() => undefined);
      return turn as ReturnType<typeof work>;
    },
  });

  const provider = (process: number): AccessTokenProvider =>
    createTokenProvider({
      oauth: { refresh: (token) => refresh(process, token), timeoutMs: 1000 },
      store: storeOf(process),
      clock: { now: () => now, sleep: () => step(process, 'sleep') },
    });

  const providers = Array.from({ length: processes }, (_, index) => provider(index));
  const usedBeforeStored: string[] = [];
  const outcomes: unknown[] = [];
  for (const wave of waves) {
    const last = stored.accessToken;
    const calls = wave.map(async ({ at, refused }) => {
      const process = at % processes;
      if (dead.has(process)) return;
      const call = providers[process]!.getAccessToken(refused ? { rejected: last } : {});
      const outcome: unknown = await Promise.race([call, death(process)]).catch((error: unknown) => error);
      if (typeof outcome === 'string' && !everStored.has(outcome)) usedBeforeStored.push(outcome);
      outcomes.push(outcome);
    });
    await scheduler.waitFor(Promise.all(calls));
    now += HOUR;
  }
  return {
    outcomes,
    granted: generation,
    refusals,
    stored,
    usedBeforeStored,
    requests: () => requests,
    finalCall: () => {
      calm = true;
      endpointFaults.length = 0;
      writeFaults.length = 0;
      return scheduler.waitFor(provider(99).getAccessToken()).catch((error: unknown) => error);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it(
  'never presents a refresh token twice while lock and answers hold, and never loses the connection',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, async (scheduler, what) => {
        const { refusals, granted, outcomes, usedBeforeStored, finalCall } = await play(scheduler, what, {
          lock: 'works',
        });
        expect(usedBeforeStored).toEqual([]);
        const faultless = [...what.endpoint, ...what.writes].every((each) => each === 'fine');
        if (faultless) expect(granted, 'one refresh an hour').toBe(what.waves.length);
        // A process that could not save in five attempts holds the only copy until its next call.
        if (outcomes.some((each) => each instanceof TokenStoreError && each.reason === 'not-saved')) return;
        expect(refusals).toBe(0);
        expect(outcomes.filter((each) => each instanceof ReconnectRequiredError)).toEqual([]);
        expect(await finalCall()).toMatch(/^access-\d+$/);
      }),
      { numRuns },
    );
  },
);

it(
  'keeps the connection also when the lock fails and several processes refresh at once',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, async (scheduler, what) => {
        const { usedBeforeStored, finalCall } = await play(scheduler, { ...what, writes: [] }, { lock: 'fails' });
        expect(usedBeforeStored).toEqual([]);
        expect(await finalCall()).toMatch(/^access-\d+$/);
      }),
      { numRuns },
    );
  },
);

it(
  'after a crash or a lost answer either goes on, or says that a reconnect is needed and asks Visma no more',
  { timeout: 120_000 },
  async () => {
    const hazard = fc.record({
      crashAt: fc.integer({ min: 1, max: 40 }),
      loseAnswerAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, hazard, async (scheduler, what, how) => {
        const { finalCall, usedBeforeStored, requests } = await play(
          scheduler,
          { ...what, writes: [] },
          { lock: 'works', ...how },
        );
        expect(usedBeforeStored).toEqual([]);
        const final = await finalCall();
        if (typeof final === 'string') return;
        expect(final).toMatchObject({ code: 'reconnect-required', reason: 'refresh-outcome-lost' });
        const before = requests();
        expect(await finalCall()).toMatchObject({ code: 'reconnect-required', reason: 'refresh-outcome-lost' });
        expect(requests()).toBe(before);
      }),
      { numRuns },
    );
  },
);
