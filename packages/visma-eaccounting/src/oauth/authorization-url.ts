import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { DEFAULT_SCOPES } from './scopes.ts';

/** Visma's id of the eAccounting service, for `acr_values`. */
const EACCOUNTING_SERVICE = '44643EB1-3F76-4C1C-A672-402AE8085934';

/** What a consent may ask for. */
export interface AuthorizationUrlParams {
  /** Unguessable, bound to the person's session or tenant, and compared at the callback. */
  readonly state: string;
  /**
   * @default ['ea:api', 'offline_access', 'ea:sales', 'ea:accounting']
   */
  readonly scopes?: readonly string[] | undefined;
  /**
   * `select_account` lets a signed-in person choose; `login` asks for the password; null sends none, and Visma then
   * silently takes the company used last.
   *
   * @default 'select_account'
   */
  readonly prompt?: 'select_account' | 'login' | null | undefined;
  /**
   * true limits the company picker to eAccounting companies; `'force'` also adds `forceselectcompany:true`, which
   * older integrations send to show the picker to a person with one company; false sends no `acr_values`.
   *
   * @default true
   */
  readonly selectCompany?: boolean | 'force' | undefined;
  /**
   * Turns PKCE (S256) on; pass the same verifier to `exchangeCode`. Off without it: Visma's guide does not mention
   * PKCE, clients that send it together with their secret work.
   */
  readonly codeVerifier?: string | undefined;
}

/** Builds the URL of `GET /connect/authorize`. */
export async function buildAuthorizationUrl(
  endpoint: string,
  client: { readonly clientId: string; readonly redirectUri: string },
  params: AuthorizationUrlParams,
): Promise<string> {
  if (!params.state) throw new InvalidInputError([{ path: 'state', message: 'must not be empty' }]);
  const { scopes = DEFAULT_SCOPES, prompt = 'select_account', selectCompany = true, codeVerifier } = params;
  const url = new URL(endpoint);
  const query = url.searchParams;
  query.set('client_id', client.clientId);
  query.set('redirect_uri', client.redirectUri);
  query.set('response_type', 'code');
  query.set('scope', scopes.join(' '));
  query.set('state', params.state);
  if (prompt !== null) query.set('prompt', prompt);
  if (selectCompany !== false) {
    const force = selectCompany === 'force' ? ' forceselectcompany:true' : '';
    query.set('acr_values', `service:${EACCOUNTING_SERVICE}${force}`);
  }
  if (codeVerifier !== undefined) {
    query.set('code_challenge', await calculatePKCECodeChallenge(codeVerifier));
    query.set('code_challenge_method', 'S256');
  }
  return url.href;
}
