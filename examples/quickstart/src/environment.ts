import { startFakeVisma } from '@x/visma-eaccounting/testing';

/** Where Visma is and who we are there. */
export interface Visma {
  readonly apiUrl: string;
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** True when this program started the fake itself, so that the books hold nothing but the example's. */
  readonly ownFake: boolean;
  close(): Promise<void>;
}

const names = ['VISMA_API_URL', 'VISMA_IDENTITY_URL', 'VISMA_CLIENT_ID', 'VISMA_CLIENT_SECRET'] as const;
const redirectUri = 'http://localhost:44300/callback';

/**
 * The server named by the environment, or a fake of our own on a free port. Throws when only some of the variables are
 * set, or an address is none: half a configuration would send secrets to the wrong place.
 */
export async function findVisma(environment: NodeJS.ProcessEnv): Promise<Visma> {
  const given = names.filter((name) => (environment[name] ?? '') !== '');
  if (given.length === 0) {
    const fake = await startFakeVisma();
    const { apiUrl, identityUrl, clientId, clientSecret } = fake;
    return { apiUrl, identityUrl, clientId, clientSecret, redirectUri, ownFake: true, close: () => fake.close() };
  }
  const missing = names.filter((name) => !given.includes(name));
  if (missing.length > 0) {
    throw new Error(`Set ${missing.join(', ')} too, or none of the VISMA_ variables to use the built-in fake.`);
  }
  const value = (name: (typeof names)[number]): string => environment[name] ?? '';
  for (const name of ['VISMA_API_URL', 'VISMA_IDENTITY_URL'] as const) {
    if (!/^https?:$/.test(URL.parse(value(name))?.protocol ?? '')) {
      throw new Error(`${name} must be a full address such as https://eaccountingapi.vismaonline.com/v2, not "${value(name)}".`);
    }
  }
  return {
    apiUrl: value('VISMA_API_URL'),
    identityUrl: value('VISMA_IDENTITY_URL'),
    clientId: value('VISMA_CLIENT_ID'),
    clientSecret: value('VISMA_CLIENT_SECRET'),
    redirectUri: environment['VISMA_REDIRECT_URI'] ?? redirectUri,
    ownFake: false,
    close: () => Promise.resolve(),
  };
}
