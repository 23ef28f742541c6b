import type { FakeClient, FakeUser } from '../options.ts';
import type { World } from '../state/world.ts';
import type { Answer } from '../wire/answer.ts';
import type { WireRequest } from '../wire/request.ts';
import { authorize } from './authorize.ts';
import { revoke, token } from './token-endpoint.ts';
import type { TokenRegistry } from './tokens.ts';

/** Who is signed in at the browser, and what they will decide on the next consent. */
export interface SignIn {
  user: FakeUser;
  company: string;
  denies: boolean;
}

/** Everything the identity server works on. */
export interface Identity {
  readonly world: World;
  readonly tokens: TokenRegistry;
  readonly users: Map<string, FakeUser>;
  readonly signIn: SignIn;
}

/** The application with this id. */
export function clientOf(identity: Identity, clientId: string | null): FakeClient | undefined {
  return identity.world.options.clients.find((client) => client.clientId === clientId);
}

/** Answers a request to the identity server; undefined when the path is none of its own. */
export function answerIdentity(identity: Identity, request: WireRequest, path: string): Answer | Promise<Answer> | undefined {
  switch (path) {
    case '/connect/authorize':
      return authorize(identity, request);
    case '/connect/token':
      return request.method === 'POST' ? token(identity, request) : { status: 405 };
    case '/connect/revocation':
      return request.method === 'POST' ? revoke(identity, request) : { status: 405 };
    case '/.well-known/openid-configuration':
      return { status: 200, json: metadata(identity.world.options.identityUrl) };
    default:
      return undefined;
  }
}

function metadata(issuer: string): Record<string, string | string[]> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    revocation_endpoint: `${issuer}/connect/revocation`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['plain', 'S256'],
  };
}
