import { compare, type Exact, ZERO } from '../decimal/exact.ts';
import { formatBetween } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { Customer, SourceVatRate } from '../model/master-data.ts';
import type { VatPolicy } from '../model/policy.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { VatKind } from '../model/vat-kind.ts';
import { error, type Report, warning } from '../problems/issue.ts';
import { vatByRule } from './vat-by-rule.ts';
import { lookUpVatMap, percentageOf } from './vat-map.ts';
import { chargesVat, meetsRequirements } from './vat-requirements.ts';

/** A VAT kind with its percentage: 21 means 21 %. */
export interface ResolvedVat {
  readonly kind: VatKind;
  readonly rate: DecimalText;
  readonly percentage: Exact;
}

/** A question about VAT, with what is needed to answer it. */
interface Question {
  readonly rate: SourceVatRate | undefined;
  readonly percentage: Exact | undefined;
  readonly customer: Customer;
  readonly policy: VatPolicy;
  readonly report: Report;
}

function noKind(q: Question): VatKind | undefined {
  const { customer, policy, report } = q;
  const who = { customerId: customer.id };
  const setting = policy.customers?.[customer.id];
  if (setting !== undefined) return setting;
  if (policy.scheme !== 'normal') return 'domestic-exempt';
  const rule = vatByRule(customer, policy.countryCode);
  if (rule === undefined) {
    report(error('country-missing', `${customer.name} has no country, and no VAT rate or setting that decides.`, who));
  } else if (rule !== 'domestic') {
    return rule;
  } else if (q.percentage === undefined) {
    report(error('vat-rate-missing', `${customer.name} has no VAT rate.`, who));
  } else {
    report(error('vat-zero-ambiguous', `0 % for ${customer.name} can be zero-rated, exempt or reverse charge: map the rate or set the customer's VAT kind.`, who));
  }
  return undefined;
}

/** A kind of the map that country, VAT number or the customer's setting contradict: refused at 0 %, else a warning. */
function contradicted(q: Question, mapped: VatKind, byId: boolean): boolean {
  const { customer, policy, report } = q;
  const other = policy.customers?.[customer.id] ?? vatByRule(customer, policy.countryCode);
  if (other === undefined || other === mapped) return false;
  if (other === 'domestic' && (byId || mapped.startsWith('domestic'))) return false;
  const details = { customerId: customer.id, vatKind: mapped, other };
  const message = `The VAT map says ${mapped}, but ${customer.name} looks like ${other}.`;
  if (chargesVat(mapped) || byId) {
    report(warning('vat-kind-differs', message, details));
    return false;
  }
  report(error('vat-zero-ambiguous', message, details));
  return true;
}

function mappedKind(q: Question): VatKind | undefined {
  const { rate, percentage, customer, policy, report } = q;
  if (rate === undefined || percentage === undefined) return noKind(q);
  const { kinds, byId } = lookUpVatMap(rate, percentage, policy);
  const [kind] = kinds;
  const details = { customerId: customer.id, percentage: rate.percentage, vatRateId: rate.id ?? '' };
  if (kind === undefined) {
    if (percentage.units === 0n) return noKind(q);
    report(error('vat-rate-unmapped', `VAT rate ${rate.percentage} % is not mapped to a VAT kind.`, details));
  } else if (kinds.length > 1) {
    report(error('vat-rate-ambiguous', `VAT rate ${rate.percentage} % is mapped to ${kinds.join(' and ')}.`, details));
  } else {
    return contradicted(q, kind, byId) ? undefined : kind;
  }
  return undefined;
}

/**
 * The VAT kind and percentage of what a customer gets: from the map on the source's VAT rate, else the customer's
 * setting, else country, VAT number and mark. Nothing is guessed: what is missing, unmapped, ambiguous or impossible is
 * reported and gives `undefined`.
 */
export function resolveVat(
  rate: SourceVatRate | undefined,
  customer: Customer,
  policy: VatPolicy,
  report: Report,
): ResolvedVat | undefined {
  const who = { customerId: customer.id };
  const { scheme } = policy;
  if (scheme === 'margin' || scheme === 'oss') {
    report(error('vat-scheme-unsupported', `VAT scheme ${scheme} is not supported.`, { scheme }));
    return undefined;
  }
  const percentage = rate && parseDecimal(rate.percentage);
  if (rate && (percentage === undefined || percentage.units < 0n)) {
    report(error('malformed', `"${rate.percentage}" is not a VAT percentage.`, who));
    return undefined;
  }
  if (scheme !== 'normal' && rate && percentage && percentage.units > 0n) {
    report(error('vat-under-scheme', `VAT of ${rate.percentage} % for ${customer.name}: scheme ${scheme} charges no VAT.`, { ...who, scheme }));
    return undefined;
  }
  const kind = mappedKind({ rate, percentage, customer, policy, report });
  if (kind === undefined || !meetsRequirements(kind, customer, policy.countryCode, report)) return undefined;
  return withPercentage(kind, percentage, customer, policy, report);
}

function withPercentage(
  kind: VatKind,
  given: Exact | undefined,
  customer: Customer,
  policy: VatPolicy,
  report: Report,
): ResolvedVat | undefined {
  const mapped = chargesVat(kind) ? percentageOf(kind, policy) : '0';
  const percentage = given ?? (mapped === undefined ? undefined : parseDecimal(mapped));
  const details = { customerId: customer.id, vatKind: kind };
  if (percentage === undefined) {
    report(error('vat-rate-missing', `${customer.name} is set to ${kind}, whose percentage is not known.`, details));
    return undefined;
  }
  if (chargesVat(kind) !== compare(percentage, ZERO) > 0n) {
    report(error('vat-kind-impossible', `VAT kind ${kind} cannot be ${formatBetween(percentage, 0, 4)} %.`, details));
    return undefined;
  }
  return { kind, rate: formatBetween(percentage, 0, 4), percentage };
}
