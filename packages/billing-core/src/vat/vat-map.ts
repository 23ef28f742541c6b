import { compare } from '../decimal/exact.ts';
import type { Exact } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { SourceVatRate } from '../model/master-data.ts';
import type { VatPolicy, VatRateMapping } from '../model/policy.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { VatKind } from '../model/vat-kind.ts';

/** What the map on the source's VAT rates says. */
export interface MapAnswer {
  readonly kinds: readonly VatKind[];
  /** Found by the rate's own id, which is surer than a percentage. */
  readonly byId: boolean;
}

function samePercentage(mapping: VatRateMapping, percentage: Exact): boolean {
  const mapped = parseDecimal(mapping.percentage);
  return mapped !== undefined && compare(mapped, percentage) === 0n;
}

/** The percentage of some mappings; `undefined` where there are none, or they do not agree. */
function percentageOfAll([first, ...others]: readonly VatRateMapping[]): DecimalText | undefined {
  const exact = first && parseDecimal(first.percentage);
  return exact && others.every((mapping) => samePercentage(mapping, exact)) ? first.percentage : undefined;
}

/** The percentage of a rate: its own, else that of its id in the map; `undefined` where neither tells it, or two do. */
export function percentageOfRate(rate: SourceVatRate, policy: VatPolicy): DecimalText | undefined {
  if (rate.percentage !== undefined || rate.id === undefined) return rate.percentage;
  return percentageOfAll(policy.rates.filter(({ vatRateId }) => vatRateId === rate.id));
}

/** The kinds that a rate is mapped to: by its id where the map has it, else by its percentage. */
export function lookUpVatMap(rate: SourceVatRate, percentage: Exact, policy: VatPolicy): MapAnswer {
  const known = policy.rates.filter((mapping) => samePercentage(mapping, percentage));
  const byId = known.filter(({ vatRateId }) => vatRateId !== undefined && vatRateId === rate.id);
  const found = byId.length > 0 ? byId : known.filter(({ vatRateId }) => vatRateId === undefined);
  return { kinds: [...new Set(found.map(({ vatKind }) => vatKind))], byId: byId.length > 0 };
}

/** The percentage of a kind that charges VAT, where the map leaves no choice. */
export function percentageOf(kind: VatKind, policy: VatPolicy): DecimalText | undefined {
  return percentageOfAll(policy.rates.filter(({ vatKind }) => vatKind === kind));
}
