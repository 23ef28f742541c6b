import { createTokenProvider } from '../../src/oauth/token-provider.ts';
import type { TokenStore } from '../../src/oauth/token-store.ts';
import { createVismaOAuth } from '../../src/oauth/visma-oauth.ts';
import { fileTokenStore } from './file-token-store.ts';

/** What a worker is told to do. */
export interface Job {
  readonly identityUrl: string;
  /** The file that holds the tokens. */
  readonly path: string;
  /** Calls for a token at the same time. */
  readonly calls: number;
  /** Whether to stop for ever where the refresh is done and its tokens are here and nowhere else. */
  readonly dieBeforeSave?: boolean;
}

// Run as a process of its own: it works on one job after the other, each with a provider of its own.
process.on('message', (job: Job) => {
  void work(job);
});
process.send?.({ ready: true });

async function work({ identityUrl, path, calls, dieBeforeSave = false }: Job): Promise<void> {
  const file = fileTokenStore(path);
  const store: TokenStore = {
    ...file,
    async compareAndSet(previousVersion, next) {
      if (dieBeforeSave && next.refreshStartedAt === undefined) {
        process.send?.({ refreshed: true });
        await new Promise(() => setInterval(() => undefined, 1000));
      }
      return file.compareAndSet(previousVersion, next);
    },
  };
  const oauth = createVismaOAuth({ clientId: 'app', clientSecret: 'secret', redirectUri: 'https://x.test/cb', identityUrl });
  const provider = createTokenProvider({ oauth, store, retryDelayMs: 1 });
  const results = await Promise.allSettled(Array.from({ length: calls }, () => provider.getAccessToken()));
  process.send?.({
    tokens: results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    errors: results.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : [])),
  });
}
