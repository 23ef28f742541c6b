import type { BillingPolicy, ItemKind, TermOptions, VatPolicy } from '@x/billing-core';
import type { MasterCompany } from '../visma/master-data.ts';
import { articleMap } from './article-map.ts';
import type { Settings } from './settings.ts';

/** The settings' VAT choices as billing-core reads them. */
export function vatPolicy(settings: Settings, company: MasterCompany): VatPolicy {
  return {
    scheme: settings.vat.scheme,
    countryCode: company.countryCode,
    rates: settings.vat.rates,
    customers: settings.vat.kindByCustomer,
    recharge: settings.vat.recharge,
  };
}

/** The settings as billing-core's policy for invoices. `links` are the resolved articles of activities. */
export function billingPolicy(
  settings: Settings,
  company: MasterCompany,
  links: ReadonlyMap<string, string>,
): BillingPolicy {
  const { grouping, pricing, dimensions } = settings;
  const usesDimensions =
    Object.keys(dimensions.projects).length > 0 || Object.keys(dimensions.costCentersByProject).length > 0;
  return {
    currencyCode: company.currencyCode,
    vat: vatPolicy(settings, company),
    articles: articleMap(settings, links),
    grouping: { time: grouping.time, expense: grouping.expense, mileage: grouping.mileage },
    split: grouping.split,
    projectPerLine: usesDimensions,
    rounding: pricing.rounding,
    maxRoundingDifference: pricing.maxRoundingDifference,
    approval: pricing.approval,
    markup: pricing.markup,
    ...(pricing.mileageRate === null ? {} : { mileageRate: pricing.mileageRate }),
    text: {
      language: grouping.language,
      templates: templates(settings),
      showEmployees: grouping.showEmployees,
    },
  };
}

/** The templates that are set; an absent one leaves the built-in text. */
function templates(settings: Settings): Partial<Record<ItemKind, string>> {
  return Object.fromEntries(Object.entries(settings.grouping.templates));
}

/** The settings for terms. `connectedOn` is the day of connecting, from which terms are billed unless a setting says otherwise. */
export function termOptions(
  settings: Settings,
  connectedOn: string,
  until: string,
  billedTermKeys: readonly string[],
): TermOptions {
  return {
    until,
    billFrom: settings.terms.billFrom ?? settings.cutOffDate ?? connectedOn,
    billFromPerProject: settings.terms.billFromPerProject,
    billedTermKeys,
    timing: settings.terms.timing,
    periods: settings.terms.periods,
    proration: settings.terms.proration,
  };
}
