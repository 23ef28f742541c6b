/**
 * The least scopes that reach customers, articles, invoices, ledger items, vouchers and VAT codes, and (by
 * `offline_access`) a refresh token.
 */
export const DEFAULT_SCOPES: readonly string[] = ['ea:api', 'offline_access', 'ea:sales', 'ea:accounting'];
