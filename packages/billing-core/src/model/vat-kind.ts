/**
 * Every way in which VAT can apply to a line, in one list. The kind decides article and VAT code; the percentage alone
 * cannot, because five of them are 0 %.
 *
 * - `domestic-high`, `domestic-low`: the country's standard and reduced rate (NL: 21 and 9 %), also for a consumer elsewhere in the EU.
 * - `domestic-zero`: taxed at 0 %. `domestic-exempt`: exempt by law, or a seller under a small-business scheme.
 * - `reverse-charge-domestic`: the customer in the seller's country accounts for the VAT (Dutch: verlegd).
 * - `eu-service`: a service to a business elsewhere in the EU; needs its VAT number.
 * - `outside-eu-service`: a service to a customer outside the EU. Not an export of goods.
 */
export const VAT_KINDS = [
  'domestic-high',
  'domestic-low',
  'domestic-zero',
  'domestic-exempt',
  'reverse-charge-domestic',
  'eu-service',
  'outside-eu-service',
] as const;

/** One of {@link VAT_KINDS}. */
export type VatKind = (typeof VAT_KINDS)[number];
