import { error, warning, type Problem } from '../use-cases/problem.ts';
import type { MasterData } from '../visma/master-data.ts';
import type { Settings } from './settings.ts';

/** The VAT settings: the scheme is one that is supported, every rate means one kind, and every code exists. */
export function checkVat(settings: Settings, masterData: MasterData): Problem[] {
  return [...checkScheme(settings), ...checkRates(settings), ...checkCodes(settings, masterData)];
}

function checkScheme({ vat }: Settings): Problem[] {
  return vat.scheme === 'margin' || vat.scheme === 'oss'
    ? [error('vat-scheme-unsupported', 'vat.scheme', `The VAT scheme ${vat.scheme} is not supported: nothing would be invoiced or booked.`, 'Choose normal, kor or exempt, and invoice what falls under the scheme by hand.')]
    : [];
}

function checkRates({ vat }: Settings): Problem[] {
  const kinds = new Map<string, Set<string>>();
  for (const { vatRateId, percentage, vatKind } of vat.rates) {
    const name = vatRateId === undefined ? `${Number(percentage)} %` : `${Number(percentage)} % (${vatRateId})`;
    kinds.set(name, (kinds.get(name) ?? new Set()).add(vatKind));
  }
  const mapped = vat.rates.some((rate) => rate.vatRateId === undefined && Number(rate.percentage) === Number(vat.defaultRate));
  return [
    ...[...kinds].flatMap(([name, found]) =>
      found.size > 1
        ? [error('vat-rate-ambiguous', 'vat.rates', `The rate ${name} stands for ${[...found].join(' and ')}.`, 'Leave one kind per rate, or tell the rates apart by their vatRateId.')]
        : [],
    ),
    ...(vat.defaultRate !== null && vat.scheme === 'normal' && !mapped
      ? [warning('vat-default-unmapped', 'vat.defaultRate', `The rate of customers without one is ${vat.defaultRate} %, which vat.rates does not have.`, 'Add it to vat.rates, or set vat.defaultRate to null.')]
      : []),
  ];
}

function checkCodes(settings: Settings, masterData: MasterData): Problem[] {
  return Object.entries(settings.vat.codes).flatMap(([kind, id]) =>
    masterData.vatCodes.some((each) => each.id === id)
      ? []
      : [error('vat-code-unknown', `vat.codes.${kind}`, `VAT code ${id} does not exist in this company.`, 'Choose a VAT code of this company.')],
  );
}
