import { createTokenProvider } from '../../src/oauth/token-provider.ts';
import type { TokenStore } from '../../src/oauth/token-store.ts';
import { createVismaOAuth } from '../../src/oauth/visma-oauth.ts';
import { fileTokenStore } from './file-token-store.ts';

// Run as a process of its own: worker.ts <identity URL> <store file> <calls> [die-before-save]
const [identityUrl = '', path = '', calls = '1', mode = ''] = process.argv.slice(2);
const file = fileTokenStore(path);

const store: TokenStore = {
  ...file,
  async compareAndSet(previousVersion, next) {
    if (mode === 'die-before-save' && next.refreshStartedAt === undefined) {
      // The refresh is done, its tokens are here and nowhere else.
      process.send?.({ refreshed: true });
      await new Promise(() => setInterval(() => undefined, 1000));
    }
    return file.compareAndSet(previousVersion, next);
  },
};

const oauth = createVismaOAuth({
  clientId: 'app',
  clientSecret: 'secret',
  redirectUri: 'https://x.test/cb',
  identityUrl,
});
const provider = createTokenProvider({ oauth, store, retryDelayMs: 1 });

process.once('message', () => {
  void Promise.allSettled(Array.from({ length: Number(calls) }, () => provider.getAccessToken())).then((results) => {
    process.send?.({
      tokens: results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
      errors: results.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : [])),
    });
    process.disconnect();
  });
});
process.send?.({ ready: true });
