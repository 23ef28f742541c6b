import { describe, expect, it } from 'vitest';
import type { MasterCoding, MasterCountry } from './master-data.ts';
import { predictVat, type VatCustomer } from './vat-prediction.ts';

const services21: MasterCoding = {
  id: 'c21',
  name: 'Diensten 21%',
  isActive: true,
  ratePercent: '21',
  accounts: { domestic: 8000, domesticReverseCharge: 8030, domesticExempt: 8020, euExempt: 8040, euWithVat: 8045, outsideEu: 8050 },
};
const services0: MasterCoding = { ...services21, id: 'c0', ratePercent: '0' };
const countries: MasterCountry[] = [
  { code: 'NL', name: 'Nederland', nameEnglish: 'Netherlands', isEuMember: true },
  { code: 'BE', name: 'België', nameEnglish: 'Belgium', isEuMember: true },
  { code: 'CH', name: 'Zwitserland', nameEnglish: 'Switzerland', isEuMember: false },
];
const dutch: VatCustomer = { countryCode: 'NL', forceBookkeepVat: false, reverseChargeOnConstructionServices: false };

function predict(customer: Partial<VatCustomer>, coding = services21, constructionReverseCharge = false) {
  return predictVat({ coding, customer: { ...dutch, ...customer }, companyCountryCode: 'NL', countries, constructionReverseCharge });
}

describe('B2: the preview predicts the VAT of each row from coding, customer and row', () => {
  it('takes the rate of the coding at home', () => {
    expect(predict({})).toEqual({ ok: true, vatCase: 'domestic', ratePercent: '21', account: 8000 });
    expect(predict({ vatNumber: 'NL001234567B01' })).toMatchObject({ ratePercent: '21' });
  });

  it('books a coding of 0 percent on the exempt account', () => {
    expect(predict({}, services0)).toEqual({ ok: true, vatCase: 'domestic', ratePercent: '0', account: 8020 });
  });

  it('gives 0 within the EU with a VAT number, the rate of the coding without', () => {
    expect(predict({ countryCode: 'BE', vatNumber: 'BE0123456789' })).toEqual({ ok: true, vatCase: 'eu-exempt', ratePercent: '0', account: 8040 });
    expect(predict({ countryCode: 'BE' })).toEqual({ ok: true, vatCase: 'eu-with-vat', ratePercent: '21', account: 8045 });
  });

  it('gives 0 outside the EU unless ForceBookkeepVat is set', () => {
    expect(predict({ countryCode: 'CH' })).toMatchObject({ ok: true, vatCase: 'outside-eu', ratePercent: '0', account: 8050 });
    expect(predict({ countryCode: 'CH', forceBookkeepVat: true })).toMatchObject({ ratePercent: '21' });
  });

  it('gives 0 for construction only when row and customer both carry the flag', () => {
    const flagged = { reverseChargeOnConstructionServices: true, vatNumber: 'NL001234567B01' };
    expect(predict(flagged, services21, true)).toMatchObject({ vatCase: 'domestic-reverse-charge', ratePercent: '0', account: 8030 });
    expect(predict(flagged, services21, false)).toMatchObject({ vatCase: 'domestic', ratePercent: '21' });
    expect(predict({}, services21, true)).toMatchObject({ ok: false });
    expect(predict({ reverseChargeOnConstructionServices: true }, services21, true)).toMatchObject({ ok: false });
  });

  it('refuses a country that Visma does not list', () => {
    expect(predict({ countryCode: 'XX' })).toMatchObject({ ok: false });
  });
});
