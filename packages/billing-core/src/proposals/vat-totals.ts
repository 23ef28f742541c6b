import { exact, percentOf } from '../decimal/exact.ts';
import { formatCents } from '../decimal/format.ts';
import { compareText } from '../identity/compare-ids.ts';
import type { VatTotal } from '../model/proposal.ts';
import { toCents } from '../rounding/printed-line.ts';
import type { ResolvedVat } from '../vat/resolve-vat.ts';

/** The printed cents of a line with its VAT. */
export interface TaxedCents {
  readonly cents: bigint;
  readonly vat: ResolvedVat;
}

/** The VAT of an invoice, in cents and as printed. */
export interface VatSums {
  readonly totals: readonly VatTotal[];
  readonly cents: bigint;
}

/** VAT per kind and rate: computed once, on the sum of the printed lines, half away from zero. */
export function vatTotals(lines: readonly TaxedCents[]): VatSums {
  const bases = new Map<string, { vat: ResolvedVat; base: bigint }>();
  for (const { cents, vat } of lines) {
    let known = bases.get(vat.key);
    if (known === undefined) bases.set(vat.key, (known = { vat, base: 0n }));
    known.base += cents;
  }
  let cents = 0n;
  const totals = [...bases.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { vat, base }]) => {
      const amount = toCents(percentOf(exact(base, 100n), vat.percentage));
      cents += amount;
      return { vatKind: vat.kind, rate: vat.rate, base: formatCents(base), amount: formatCents(amount) };
    });
  return { totals, cents };
}
