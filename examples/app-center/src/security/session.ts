import { randomBytes } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import type { MiddlewareHandler } from 'hono';
import type { Problem } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';

/** A message that is shown once, on the next page. */
export interface Flash {
  readonly kind: 'good' | 'bad';
  readonly message: string;
}

/** What belongs to one browser. Tokens of Visma are not here: the connector keeps them sealed. */
export interface Session {
  readonly id: string;
  /** Goes into every form, and must come back. */
  readonly csrf: string;
  lastUsed: number;
  /** Keys of chosen hours, expenses and trips, over all tabs and filters. */
  readonly selection: Set<string>;
  flash: Flash | undefined;
  /** Settings that were refused, as they were entered, with what is wrong with them. */
  refusedSettings: { readonly values: Readonly<Record<string, string>>; readonly problems: readonly Problem[] } | undefined;
  /** Whether the person agreed to work with another company from now on. */
  acceptCompanyChange: boolean;
}

/** What the middlewares give to every screen. */
export interface Env {
  Variables: { session: Session };
}

const idleMs = 8 * 60 * 60_000;
const limit = 10_000;

/** Sessions of this process. */
class Sessions {
  readonly #byId = new Map<string, Session>();

  /** The session of a cookie, or undefined when it is unknown or was idle for eight hours. */
  find(id: string | undefined, now: number): Session | undefined {
    const session = this.#byId.get(id ?? '');
    if (!session) return undefined;
    this.#byId.delete(session.id);
    if (now - session.lastUsed > idleMs) return undefined;
    session.lastUsed = now;
    // Re-inserted, so that the first key is the one that was idle longest.
    this.#byId.set(session.id, session);
    return session;
  }

  /** A new session. */
  create(now: number): Session {
    const session: Session = {
      id: secret(),
      csrf: secret(),
      lastUsed: now,
      selection: new Set(),
      flash: undefined,
      refusedSettings: undefined,
      acceptCompanyChange: false,
    };
    this.#byId.set(session.id, session);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > limit && oldest !== undefined) this.#byId.delete(oldest);
    return session;
  }
}

/**
 * Gives each browser a session. The cookie is out of reach of scripts, is not sent along with what other sites start
 * except when they send the person here (Visma does, after the consent), and is bound to https and this host where we
 * are on https.
 */
export function sessions({ baseUrl, clock }: Pick<AppParts, 'baseUrl' | 'clock'>): MiddlewareHandler<Env> {
  const known = new Sessions();
  const secure = baseUrl.startsWith('https:');
  const name = secure ? '__Host-app-center' : 'app-center';
  return async (c, next) => {
    const now = clock.now();
    let session = known.find(getCookie(c, name), now);
    if (!session) {
      session = known.create(now);
      setCookie(c, name, session.id, { httpOnly: true, sameSite: 'Lax', secure, path: '/' });
    }
    c.set('session', session);
    await next();
  };
}

/** 32 random bytes as text. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}
