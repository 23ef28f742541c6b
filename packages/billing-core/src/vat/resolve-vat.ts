import type { Exact } from '../decimal/exact.ts';
import { exactKey, formatBetween } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { Customer, SourceVatRate } from '../model/master-data.ts';
import type { VatPolicy } from '../model/policy.ts';
import type { DecimalText } from '../model/primitives.ts';
import { VAT_KINDS, type VatKind } from '../model/vat-kind.ts';
import { error, type Report, warning } from '../problems/issue.ts';
import { vatByRule } from './vat-by-rule.ts';
import { lookUpVatMap, percentageOf, percentageOfRate } from './vat-map.ts';
import { chargesVat, checkRequirements } from './vat-requirements.ts';

/** A VAT kind with its percentage: 21 means 21 %. */
export interface ResolvedVat {
  readonly kind: VatKind;
  readonly rate: DecimalText;
  readonly percentage: Exact;
  /** One text per kind and rate, in the order of the kinds. */
  readonly key: string;
}

/** A VAT rate of the source, with its percentage read. */
interface GivenRate extends SourceVatRate {
  readonly percentage: DecimalText;
  readonly exact: Exact;
}

/** A question about VAT, with what is needed to answer it. */
interface Question {
  readonly given: GivenRate | undefined;
  readonly customer: Customer;
  readonly policy: VatPolicy;
  readonly report: Report;
}

/**
 * A seller under a small-business scheme, or exempt: the scheme covers what is supplied at home, consumers elsewhere in
 * the EU included. A service whose place is abroad is outside of it; no VAT is charged either way, but it is reported
 * elsewhere. Whether an exempt service to a business in the EU is exempt there as well is for a person to say.
 */
function kindUnderScheme({ customer, policy, report }: Question): VatKind | undefined {
  const { id, name } = customer;
  const rule = vatByRule(customer, policy.countryCode);
  if (rule === 'outside-eu-service') return rule;
  if (rule !== 'eu-service') return 'domestic-exempt';
  if (policy.scheme === 'kor') return rule;
  report(error('vat-zero-ambiguous', `${name} is a business elsewhere in the EU: what an exempt seller does for it can be an EU service or exempt: set the customer's VAT kind.`, { customerId: id }));
  return undefined;
}

/** Where the map says nothing: the customer's setting, the scheme, or country, VAT number and mark. */
function unmappedKind(question: Question): VatKind | undefined {
  const { given, customer, policy, report } = question;
  const { id, name } = customer;
  const who = { customerId: id };
  const setting = policy.customers?.[id];
  if (setting !== undefined) return setting;
  if (policy.scheme !== 'normal') return kindUnderScheme(question);
  const rule = vatByRule(customer, policy.countryCode);
  if (rule === undefined) {
    report(error('country-missing', `${name} has no country, and no VAT rate or setting that decides.`, who));
  } else if (rule !== 'domestic') {
    return rule;
  } else if (given === undefined) {
    report(error('vat-rate-missing', `${name} has no VAT rate.`, who));
  } else {
    report(error('vat-zero-ambiguous', `0 % for ${name} can be zero-rated, exempt or reverse charge: map the rate or set the customer's VAT kind.`, who));
  }
  return undefined;
}

/** A kind of the map that country, VAT number or the customer's setting contradict: refused at 0 %, else a warning. */
function checkContradiction({ customer, policy, report }: Question, mapped: VatKind, byId: boolean): void {
  const { id, name } = customer;
  const other = policy.customers?.[id] ?? vatByRule(customer, policy.countryCode);
  if (other === undefined || other === mapped) return;
  if (other === 'domestic' && (byId || mapped.startsWith('domestic'))) return;
  const issueOf = chargesVat(mapped) || byId ? warning : error;
  const code = issueOf === error ? 'vat-zero-ambiguous' : 'vat-kind-differs';
  report(issueOf(code, `The VAT map says ${mapped}, but ${name} looks like ${other}.`, { customerId: id, vatKind: mapped, other }));
}

function kindOf(question: Question): VatKind | undefined {
  const { given, customer, policy, report } = question;
  if (given === undefined) return unmappedKind(question);
  const { kinds, byId } = lookUpVatMap(given, given.exact, policy);
  const [kind, ...others] = kinds;
  // Under a scheme, "0 % is exempt" says no more than the scheme itself.
  const saysNothing = kind === undefined || (policy.scheme !== 'normal' && kind === 'domestic-exempt' && !byId);
  if (saysNothing && others.length === 0 && given.exact.units === 0n) return unmappedKind(question);
  const details = { customerId: customer.id, percentage: given.percentage };
  if (kind === undefined) {
    report(error('vat-rate-unmapped', `VAT rate ${given.percentage} % is not mapped to a VAT kind.`, details));
  } else if (others.length > 0) {
    report(error('vat-rate-ambiguous', `VAT rate ${given.percentage} % is mapped to ${kinds.join(' and ')}.`, details));
  } else {
    checkContradiction(question, kind, byId);
    return kind;
  }
  return undefined;
}

/** The rate with its percentage, which is never guessed: a rate that is named is not one that is absent. */
function readRate(rate: SourceVatRate, { id, name }: Customer, policy: VatPolicy, report: Report): GivenRate | undefined {
  const percentage = percentageOfRate(rate, policy);
  if (percentage === undefined) {
    const which = rate.id === undefined ? 'A VAT rate' : `VAT rate ${rate.id}`;
    report(error('vat-percentage-missing', `${which} for ${name} has no percentage.`, { customerId: id, vatRateId: rate.id ?? '' }));
    return undefined;
  }
  const exact = parseDecimal(percentage);
  if (exact !== undefined && exact.units >= 0n) return { ...rate, percentage, exact };
  report(error('malformed', `"${percentage}" is not a VAT percentage.`, { customerId: id }));
  return undefined;
}

/**
 * The VAT kind and percentage of what a customer gets: from the map on the source's VAT rate, else the customer's
 * setting, else country, VAT number and mark. Nothing is guessed: what is missing, unmapped, ambiguous or impossible is
 * reported as an error; where nothing can be said at all the answer is `undefined`.
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
  const given = rate ? readRate(rate, customer, policy, report) : undefined;
  if (rate && given === undefined) return undefined;
  if (scheme !== 'normal' && given && given.exact.units > 0n) {
    report(error('vat-under-scheme', `VAT of ${given.percentage} % for ${customer.name}: scheme ${scheme} charges no VAT.`, { ...who, scheme }));
    return undefined;
  }
  const question = { given, customer, policy, report };
  const kind = kindOf(question);
  if (kind === undefined) return undefined;
  // Whatever said so: a percentage of the map may stand behind a kind that the customer is set to.
  if (scheme !== 'normal' && chargesVat(kind)) {
    report(error('vat-under-scheme', `${customer.name} gets VAT kind ${kind}: scheme ${scheme} charges no VAT.`, { ...who, scheme, vatKind: kind }));
    return undefined;
  }
  checkRequirements(kind, customer, policy.countryCode, report);
  return withPercentage(kind, question);
}

function withPercentage(kind: VatKind, { given, customer, policy, report }: Question): ResolvedVat | undefined {
  const mapped = chargesVat(kind) ? percentageOf(kind, policy) : '0';
  const percentage = given?.exact ?? parseDecimal(mapped ?? '');
  const details = { customerId: customer.id, vatKind: kind };
  if (percentage === undefined) {
    report(error('vat-rate-missing', `${customer.name} is set to ${kind}, whose percentage is not known.`, details));
    return undefined;
  }
  const rate = formatBetween(percentage, 0, 4);
  if (chargesVat(kind) !== percentage.units > 0n) {
    report(error('vat-kind-impossible', `VAT kind ${kind} cannot be ${rate} %.`, details));
    return undefined;
  }
  return { kind, rate, percentage, key: `${VAT_KINDS.indexOf(kind)} ${exactKey(percentage)}` };
}
