import type { FakeClock } from '../clock.ts';
import type { IdSource } from '../ids.ts';

/** Who is calling: one user, one company, one application. */
export interface Session {
  readonly grantId: string;
  readonly clientId: string;
  readonly email: string;
  readonly company: string;
  readonly scopes: readonly string[];
}

/** A code that was handed to the redirect URI and not yet exchanged. */
export interface PendingCode {
  readonly session: Session;
  readonly redirectUri: string;
  readonly challenge: { readonly value: string; readonly method: string } | undefined;
  readonly expiresAt: number;
}

/** What the token endpoint hands out. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly session: Session;
}

/** Codes, access tokens and refresh tokens. Each refresh rotates: the token that was used stops working. */
export class TokenRegistry {
  readonly #clock: FakeClock;
  readonly #ids: IdSource;
  readonly #lifetimeMs: number;
  readonly #codes = new Map<string, PendingCode>();
  readonly #access = new Map<string, { session: Session; expiresAt: number }>();
  readonly #refresh = new Map<string, Session>();
  readonly #deadGrants = new Set<string>();

  constructor(clock: FakeClock, ids: IdSource, lifetimeSeconds: number) {
    this.#clock = clock;
    this.#ids = ids;
    this.#lifetimeMs = lifetimeSeconds * 1000;
  }

  /** A code for the redirect, good for five minutes and one exchange. */
  issueCode(session: Omit<Session, 'grantId'>, redirectUri: string, challenge: PendingCode['challenge']): string {
    const code = this.#ids.token('code');
    const grantId = this.#ids.guid('grant');
    this.#codes.set(code, {
      session: { ...session, grantId },
      redirectUri,
      challenge,
      expiresAt: this.#clock.now() + 300_000,
    });
    return code;
  }

  /** Takes a code: it works once. */
  takeCode(code: string): PendingCode | undefined {
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    return pending && pending.expiresAt > this.#clock.now() && this.#isAlive(pending.session) ? pending : undefined;
  }

  /** New tokens for a session; a refresh token only when offline_access was granted. */
  issue(session: Session): IssuedTokens {
    const accessToken = this.#ids.token('access');
    this.#access.set(accessToken, { session, expiresAt: this.#clock.now() + this.#lifetimeMs });
    if (!session.scopes.includes('offline_access')) return { accessToken, refreshToken: undefined, session };
    const refreshToken = this.#ids.token('refresh');
    this.#refresh.set(refreshToken, session);
    return { accessToken, refreshToken, session };
  }

  /** Rotates: undefined when the refresh token is unknown, used, revoked, or another application's. */
  refresh(refreshToken: string, clientId: string): IssuedTokens | undefined {
    const session = this.#refresh.get(refreshToken);
    if (!session || session.clientId !== clientId || !this.#isAlive(session)) return undefined;
    this.#refresh.delete(refreshToken);
    return this.issue(session);
  }

  /** The session behind an access token that is neither expired nor dead. */
  sessionOf(accessToken: string): Session | undefined {
    const entry = this.#access.get(accessToken);
    if (!entry || entry.expiresAt <= this.#clock.now() || !this.#isAlive(entry.session)) return undefined;
    return entry.session;
  }

  /** Revokes the grant behind either kind of token; unknown tokens are no error. */
  revoke(token: string, clientId: string): void {
    const session = this.#refresh.get(token) ?? this.#access.get(token)?.session;
    if (session?.clientId === clientId) this.#deadGrants.add(session.grantId);
  }

  /** Kills every token for which the condition holds, as a changed password or a withdrawn consent does. */
  kill(condition: (session: Session) => boolean): void {
    for (const { session } of this.#access.values()) if (condition(session)) this.#deadGrants.add(session.grantId);
    for (const session of this.#refresh.values()) if (condition(session)) this.#deadGrants.add(session.grantId);
    for (const { session } of this.#codes.values()) if (condition(session)) this.#deadGrants.add(session.grantId);
  }

  /** Makes every access token expire now; refresh tokens stay. */
  expireAccessTokens(): void {
    for (const entry of this.#access.values()) entry.expiresAt = 0;
  }

  #isAlive(session: Session): boolean {
    return !this.#deadGrants.has(session.grantId);
  }
}
