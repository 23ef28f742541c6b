/**
 * The pair that everything about exports belongs to: one Visma company and one account of the time-tracking side.
 * Neither part changes when a tenant disconnects and connects again, so exports and claims survive it.
 */
export interface ExportScope {
  /** Visma's `CompanyIdentifier`. */
  readonly companyIdentifier: string;
  /** The account (subscription) of the time-tracking side. */
  readonly sourceAccountId: string;
}

/** One text per scope, for keys and maps: both parts escaped, so that no two scopes share a text. */
export function scopeKey(scope: ExportScope): string {
  return `${encodeURIComponent(scope.companyIdentifier)}/${encodeURIComponent(scope.sourceAccountId)}`;
}
