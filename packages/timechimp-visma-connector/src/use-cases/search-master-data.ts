import { loadMasterLists, type MasterList, type MasterLists } from '../visma/load-master-data.ts';
import type { ConnectorContext } from './context.ts';
import { openSession } from './session.ts';

/** What can be searched. */
export type SearchableKind = 'articles' | 'accounts' | 'vatCodes' | 'termsOfPayment' | 'projects' | 'costCenterItems' | 'units';

/** A search. */
export interface MasterDataSearch {
  readonly tenantId: string;
  readonly kind: SearchableKind;
  /** Words that must all occur in number, code or name. Default: everything. */
  readonly search?: string;
  /** At most this many hits. Default 50. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** One hit, ready to be shown and chosen. */
export interface MasterDataHit {
  /** What a setting takes: a GUID, or for accounts the number. */
  readonly value: string | number;
  readonly label: string;
  /** What tells it from its like: unit and VAT rate of an article, days of terms, ... */
  readonly detail: string;
  readonly usable: boolean;
}

/** Searches Visma's records by words, so that nobody has to hunt for a GUID. Usable ones first, then by label. */
export async function searchMasterData(
  context: ConnectorContext,
  request: MasterDataSearch,
): Promise<{ readonly hits: readonly MasterDataHit[]; readonly total: number }> {
  const session = await openSession(context, request.tenantId);
  const masterData = await loadMasterLists(session.client, {
    lists: needs[request.kind],
    accountsFor: [session.today],
    pageSize: context.pageSize,
    signal: request.signal,
  });
  const words = (request.search ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '');
  const hits = all(request.kind, masterData)
    .filter((hit) => words.every((word) => `${hit.label} ${hit.detail}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(b.usable) - Number(a.usable) || (a.label < b.label ? -1 : 1));
  return { hits: hits.slice(0, request.limit ?? 50), total: hits.length };
}

const needs: Readonly<Record<SearchableKind, readonly MasterList[]>> = {
  articles: ['articles', 'codings', 'units'],
  accounts: ['accounts', 'fiscalYears', 'vatCodes'],
  vatCodes: ['vatCodes'],
  termsOfPayment: ['termsOfPayment'],
  projects: ['projects'],
  costCenterItems: ['costCenterItems'],
  units: ['units'],
};

function all(kind: SearchableKind, data: MasterLists): MasterDataHit[] {
  switch (kind) {
    case 'articles':
      return data.articles.map((each) => {
        const unit = data.units.find((one) => one.id === each.unitId)?.name ?? 'no unit';
        const rate = data.codings.find((one) => one.id === each.codingId)?.ratePercent;
        return { value: each.id, label: `${each.number} ${each.name}`, detail: `${unit}, VAT ${rate ?? '?'}%`, usable: each.isActive };
      });
    case 'accounts':
      return data.accounts.map((each) => ({
        value: each.number,
        label: `${each.number} ${each.name}`,
        detail: data.vatCodes.find((code) => code.id === each.vatCodeId)?.description ?? '',
        usable: each.isActive && !each.isBlocked,
      }));
    case 'vatCodes':
      return data.vatCodes.map((each) => ({ value: each.id, label: `${each.code} ${each.description}`, detail: `${each.ratePercent}%`, usable: true }));
    case 'termsOfPayment':
      return data.termsOfPayment.map((each) => ({ value: each.id, label: each.name, detail: `${each.days} days`, usable: each.availableForSales }));
    case 'projects':
      return data.projects.map((each) => ({ value: each.id, label: `${each.number} ${each.name}`, detail: '', usable: !each.isFinished }));
    case 'costCenterItems':
      return data.costCenterItems.map((each) => ({ value: each.id, label: `${each.shortName} ${each.name}`, detail: `cost centre ${each.slot}`, usable: each.isActive }));
    case 'units':
      return data.units.map((each) => ({ value: each.id, label: each.name, detail: each.code, usable: true }));
  }
}
