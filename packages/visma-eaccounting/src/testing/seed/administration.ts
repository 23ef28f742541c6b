import { accountNumbers } from './chart.ts';

/** What an example may know of the fake's company: numbers and names that a person would read on a screen, no GUIDs. */
export const fakeAdministration = {
  companyIdentifier: 'kadewijk-advies-nl',
  companyName: 'Kadewijk Advies B.V.',
  /** Article numbers by use; the suffix tells the VAT kind: H high, L low, 0 zero, V reverse charge. */
  articles: {
    hours: 'UREN-H',
    seniorHours: 'UREN-S',
    trainingHoursLow: 'UREN-L',
    hoursZero: 'UREN-0',
    hoursExempt: 'UREN-VRIJ',
    hoursReverseCharge: 'UREN-V',
    kilometres: 'KM-H',
    kilometresZero: 'KM-0',
    kilometresReverseCharge: 'KM-V',
    expenses: 'KOSTEN-H',
    expensesLow: 'KOSTEN-L',
    expensesZero: 'KOSTEN-0',
    expensesReverseCharge: 'KOSTEN-V',
    lumpSum: 'VAST-H',
    lumpSumLow: 'VAST-L',
    lumpSumZero: 'VAST-0',
    lumpSumReverseCharge: 'VAST-V',
    subscription: 'ABON-H',
    inactive: 'UREN-OUD',
  },
  accounts: accountNumbers,
  /** Codes of the VAT codes by kind. */
  vatCodes: {
    high: '1a',
    low: '1b',
    zero: '1e',
    reverseCharge: '1e-verlegd',
    exempt: 'vrij',
    euService: '3b-diensten',
    outsideEuService: 'buiten-eu',
  },
  terms: { fourteenDays: '14 dagen', thirtyDays: '30 dagen' },
  /** Customer numbers by what they are good for. */
  customers: {
    first: '1001',
    last: '1024',
    /** Its address is one that a source may hold differently. */
    changed: '1005',
    unchanged: '1001',
    construction: '1007',
    belgian: '1012',
    swiss: '1015',
    privatePerson: '1018',
    german: '1021',
    inactive: '1022',
    inPounds: '1023',
  },
  /** The customer that has no number. */
  customerWithoutNumber: 'Buurtcoöperatie Samen Sterk',
  projects: { construction: 'P100', design: 'P200', support: 'P300' },
} as const;
