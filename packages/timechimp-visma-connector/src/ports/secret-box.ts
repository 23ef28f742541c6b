/** Encrypts what a store must not hold in clear: refresh tokens, the client secret, a PKCE verifier. */
export interface SecretBox {
  /**
   * Encrypts. `context` (the tenant id and what it is for) is bound to the result but not contained in it: opening with
   * another context fails, so a sealed token copied to another tenant's row is worthless there.
   */
  seal(plain: string, context: string): Promise<string>;
  /** Decrypts. Throws `SecretBoxError`, which never contains the secret, when the key, the context or the text is wrong. */
  open(sealed: string, context: string): Promise<string>;
}
