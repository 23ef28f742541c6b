import { systemClock, type Clock } from '../core/clock.ts';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { InvalidStateError } from './errors/invalid-state-error.ts';

/** Settings of a state signer. */
export interface StateSignerOptions {
  /** A secret of at least 32 random bytes, the same in all processes that give out and take back states. */
  readonly key: Uint8Array;
  /**
   * Milliseconds that a person has for giving consent.
   *
   * @default 600000
   */
  readonly lifetimeMs?: number | undefined;
  /**
   * Makes a state work once: remembers the nonce until `expiresAt` and answers false when it was there already, as one
   * atomic step. Without it a state can come back any number of times before it expires; each needs a fresh
   * authorization code, which Visma takes once.
   */
  readonly spend?: ((nonce: string, expiresAt: number) => Promise<boolean>) | undefined;
  /** Replaces the system's time, for tests. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
  /** Replaces the global WebCrypto. */
  readonly crypto?: Pick<Crypto, 'subtle' | 'getRandomValues'> | undefined;
}

/** A new state, and the PKCE verifier that belongs to it: both go to `authorizationUrl`. */
export interface IssuedState {
  readonly state: string;
  readonly codeVerifier: string;
}

/** What a state says after its signature and time were checked. `codeVerifier` goes to `exchangeCode`. */
export interface VerifiedState extends IssuedState {
  readonly tenant: string;
  readonly nonce: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Gives out and takes back states without storing anything. */
export interface StateSigner {
  /** A state for one consent of one tenant. The tenant can be read in it, by the person's browser too. */
  issue(tenant: string): Promise<IssuedState>;
  /**
   * Checks a state that came back (null: none did). Pass the tenant of the signed-in person's session as `tenant`: that
   * is what keeps one person from finishing a consent that another began.
   *
   * @throws InvalidStateError when it is missing, forged, expired, used before, or of another tenant.
   */
  verify(state: string | null | undefined, expected?: { readonly tenant?: string | undefined }): Promise<VerifiedState>;
}

/**
 * Signed states (HMAC-SHA-256): random, bound to a tenant, good for some minutes, on any number of servers without a
 * shared store. The PKCE verifier is derived from the same key, so it need not be stored either.
 *
 * @throws InvalidInputError for a key of less than 32 bytes.
 */
export function createStateSigner(options: StateSignerOptions): StateSigner {
  const { key, lifetimeMs = 600_000, spend, clock = systemClock } = options;
  if (key.byteLength < 32) throw new InvalidInputError([{ path: 'key', message: 'must have at least 32 bytes' }]);
  // Taken at each use, not here: importing and creating must work before a runtime has set up its crypto.
  const webCrypto = (): Pick<Crypto, 'subtle' | 'getRandomValues'> => options.crypto ?? crypto;
  let imported: Promise<CryptoKey> | undefined;

  async function sign(purpose: 'state' | 'pkce', text: string): Promise<string> {
    const { subtle } = webCrypto();
    imported ??= subtle.importKey('raw', new Uint8Array(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const bytes = new TextEncoder().encode(`${purpose}\n${text}`);
    return base64Url(new Uint8Array(await subtle.sign('HMAC', await imported, bytes)));
  }

  return {
    async issue(tenant) {
      const nonce = base64Url(webCrypto().getRandomValues(new Uint8Array(16)));
      const body = [(clock.now() + lifetimeMs).toString(36), nonce, encodeURIComponent(tenant)].join('.');
      return { state: `${await sign('state', body)}.${body}`, codeVerifier: await sign('pkce', nonce) };
    },
    async verify(state, expected = {}) {
      if (!state) throw new InvalidStateError('missing');
      const [, signature = '', body = '', end = '', nonce = '', name = ''] = SHAPE.exec(state) ?? [];
      if (!constantTimeEqual(signature, await sign('state', body))) throw new InvalidStateError('mismatch');
      const tenant = decodeURIComponent(name);
      const expiresAt = parseInt(end, 36);
      if (expected.tenant !== undefined && expected.tenant !== tenant) throw new InvalidStateError('mismatch');
      if (clock.now() >= expiresAt) throw new InvalidStateError('expired');
      if (spend && !(await spend(nonce, expiresAt))) throw new InvalidStateError('used');
      return { state, codeVerifier: await sign('pkce', nonce), tenant, nonce, expiresAt };
    },
  };
}

/** Signature, then what was signed: end in base 36, nonce, tenant. */
const SHAPE = /^([\w-]{43})\.(([0-9a-z]+)\.([\w-]{22})\.(.*))$/s;

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
