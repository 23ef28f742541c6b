/** Error codes of OAuth, of OpenID Connect and of its extensions. */
const WORDS = [
  'invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope invalid_target',
  'unsupported_response_type access_denied server_error temporarily_unavailable interaction_required login_required',
  'account_selection_required consent_required unsupported_token_type slow_down',
]
  .join(' ')
  .split(' ');

/** Passes on a registered error code only: a hostile server could put anything there, also a secret that it was sent. */
export function plainWord(value: unknown): string | undefined {
  return WORDS.find((word) => word === value);
}
