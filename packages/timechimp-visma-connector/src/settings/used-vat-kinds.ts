import { VAT_KINDS, type VatKind } from '@x/billing-core';
import type { Settings } from './settings.ts';

/** Words by which administrations name the kinds that a rate alone does not tell. */
const words: Readonly<Record<VatKind, RegExp | undefined>> = {
  'domestic-high': undefined,
  'domestic-low': undefined,
  'domestic-zero': /0 ?%|nultarief|zero/i,
  'domestic-exempt': /vrijgesteld|exempt/i,
  'reverse-charge-domestic': /verlegd|reverse/i,
  'eu-service': /\beu\b|icp|intracom|binnen de eu|within the eu/i,
  'outside-eu-service': /buiten de eu|outside the eu|export/i,
};

/** Whether a description names the kind; undefined where kinds of its sort go by their rate. */
export function isCalled(kind: VatKind, description: string): boolean | undefined {
  return words[kind]?.test(description);
}

/** The VAT kinds that the settings speak of: through a rate, a customer, a mark or the scheme. */
export function usedKinds({ vat }: Settings): readonly VatKind[] {
  const used = new Set<VatKind>([
    ...vat.rates.map((rate) => rate.vatKind),
    ...Object.values(vat.kindByCustomer),
    ...(vat.reverseChargeCustomers.length > 0 ? (['reverse-charge-domestic'] as const) : []),
  ]);
  const charged: readonly VatKind[] = ['domestic-high', 'domestic-low'];
  return vat.scheme === 'normal'
    ? VAT_KINDS.filter((kind) => used.has(kind))
    : VAT_KINDS.filter((kind) => kind === 'domestic-exempt' || (used.has(kind) && !charged.includes(kind)));
}
