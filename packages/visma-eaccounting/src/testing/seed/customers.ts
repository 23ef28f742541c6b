import type { SeedIds } from './seed-ids.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';

interface Row {
  readonly number: string | null;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country?: string;
  readonly vat?: string;
  readonly terms?: '14 dagen' | '30 dagen';
  readonly currency?: string;
  readonly privatePerson?: boolean;
  readonly construction?: boolean;
  readonly inactive?: boolean;
}

/** Invented companies and people. Registration and VAT numbers have the right form and belong to nobody. */
const rows: readonly Row[] = [
  { number: '1001', name: 'Molenaar & Zn. Houtbewerking B.V.', street: 'Zaagmolenpad 12', postalCode: '1506 AB', city: 'Zaandam' },
  { number: '1002', name: 'Bakkerij De Gouden Schoof', street: 'Oude Haven 3', postalCode: '4301 JK', city: 'Zierikzee', terms: '14 dagen' },
  { number: '1003', name: 'Stichting Leefbare Wijken', street: 'Plein 40', postalCode: '3521 XC', city: 'Utrecht' },
  { number: '1004', name: 'Van Rossum Logistiek B.V.', street: 'Distripark 210', postalCode: '5928 LM', city: 'Venlo' },
  { number: '1005', name: 'Tandartspraktijk Het Lage Land', street: 'Lindelaan 7', postalCode: '8232 GB', city: 'Lelystad' },
  { number: '1006', name: 'Kwekerij Zonneveld', street: 'Kassenweg 88', postalCode: '2691 HN', city: "'s-Gravenzande" },
  { number: '1007', name: 'Bouwbedrijf Hoekstra B.V.', street: 'Ambachtsweg 19', postalCode: '8601 TR', city: 'Sneek', construction: true },
  { number: '1008', name: 'Drukkerij Letterlust', street: 'Persstraat 5', postalCode: '2011 BD', city: 'Haarlem', terms: '14 dagen' },
  { number: '1009', name: 'Fysiotherapie Oosterpark', street: 'Parkweg 61', postalCode: '9724 EK', city: 'Groningen' },
  { number: '1010', name: 'Installatietechniek Bos & Co', street: 'Koperslagerij 2', postalCode: '7325 WL', city: 'Apeldoorn' },
  { number: '1011', name: 'Museum De Zilveren Lepel', street: 'Markt 1', postalCode: '2871 AD', city: 'Schoonhoven' },
  { number: '1012', name: 'Ateljee Scheldezicht BV', street: 'Kaaistraat 14', postalCode: '2000', city: 'Antwerpen', country: 'BE', vat: 'BE0000000097' },
  { number: '1013', name: 'Zorggroep Maasoever', street: 'Veerdam 30', postalCode: '6041 CM', city: 'Roermond' },
  { number: '1014', name: 'Notariskantoor Van der Wal', street: 'Nieuwstraat 9', postalCode: '3811 JX', city: 'Amersfoort', terms: '14 dagen' },
  { number: '1015', name: 'Bergblick Beratung AG', street: 'Seestrasse 22', postalCode: '8002', city: 'Zürich', country: 'CH', vat: 'CHE000000007' },
  { number: '1016', name: 'Camping Duinrand', street: 'Zeeweg 101', postalCode: '1861 PB', city: 'Bergen' },
  { number: '1017', name: 'Autobedrijf Kuipers', street: 'Industrieweg 44', postalCode: '7903 AJ', city: 'Hoogeveen' },
  { number: '1018', name: 'M. de Vries-Jansen', street: 'Dorpsstraat 15', postalCode: '1191 BX', city: 'Ouderkerk aan de Amstel', privatePerson: true, terms: '14 dagen' },
  { number: '1019', name: 'Hotel Aan de Brink', street: 'Brink 23', postalCode: '7411 BV', city: 'Deventer' },
  { number: '1020', name: 'Schildersbedrijf Kleurrijk', street: 'Kwaststraat 8', postalCode: '4811 CK', city: 'Breda', construction: true },
  { number: '1021', name: 'Nordlicht Design GmbH', street: 'Hafenstraße 3', postalCode: '20457', city: 'Hamburg', country: 'DE', vat: 'DE000000023' },
  { number: '1022', name: 'Vereniging Roeiclub Vecht', street: 'Vechtkade 2', postalCode: '1381 EK', city: 'Weesp', inactive: true },
  { number: '1023', name: 'Harbour Lane Studio Ltd', street: '4 Quay Street', postalCode: 'BS1 4XX', city: 'Bristol', country: 'GB', currency: 'GBP' },
  { number: '1024', name: 'Wijnhandel Rood & Wit', street: 'Kelderstraat 6', postalCode: '6211 HX', city: 'Maastricht' },
  { number: null, name: 'Buurtcoöperatie Samen Sterk', street: 'Pleinweg 77', postalCode: '3083 GJ', city: 'Rotterdam' },
];

/** The 25 customers; the last one has no number. */
export function customers(id: SeedIds): CustomerRecord[] {
  return rows.map((row, index) => {
    const serial = String(index + 1).padStart(2, '0');
    const terms = row.terms ?? '30 dagen';
    const domestic = row.country === undefined;
    const ownVat = domestic && row.privatePerson !== true ? `NL0000010${serial}B01` : null;
    return {
      Id: id(`customer/${row.name}`),
      CustomerNumber: row.number,
      CorporateIdentityNumber: ownVat === null ? null : `900000${serial}`,
      Name: row.name,
      InvoiceAddress1: row.street,
      InvoiceAddress2: null,
      InvoicePostalCode: row.postalCode,
      InvoiceCity: row.city,
      InvoiceCountryCode: row.country ?? 'NL',
      EmailAddress: `administratie${serial}@klant.example`,
      CurrencyCode: row.currency ?? 'EUR',
      TermsOfPaymentId: id(`terms/${terms}`),
      VatNumber: row.vat ?? ownVat,
      IsPrivatePerson: row.privatePerson === true,
      IsActive: row.inactive !== true,
      ForceBookkeepVat: false,
      ReverseChargeOnConstructionServices: row.construction === true,
      IsFutureInvoiceDateAllowed: true,
      ChangedUtc: `2026-01-${serial}T08:30:00Z`,
    };
  });
}
