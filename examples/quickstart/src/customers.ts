import type { SourceCustomer } from '@x/timechimp-visma-connector';

/**
 * TimeChimp's customers before the import. 1001 and 1004 are the same in Visma, 1003 has moved since (Visma knows the new
 * address), and 2001 is new: Visma lacks it and gets it with its first invoice. The import brings the rest.
 */
export const customers: readonly SourceCustomer[] = [
  {
    id: '501',
    number: '1001',
    name: 'Molenaar & Zn. Houtbewerking B.V.',
    active: true,
    address: { street: 'Zaagmolenpad 12', postalCode: '1506 AB', city: 'Zaandam', country: 'NL' },
    email: 'administratie01@klant.example',
    vatNumber: 'NL000001001B01',
    registrationNumber: '90000001',
    paymentDays: 30,
    hourlyRate: '95.00',
    mileageRate: '0.23',
  },
  {
    id: '502',
    number: '2001',
    name: 'Atelier Noordzij',
    active: true,
    address: { street: 'Havenkade 5', postalCode: '1781 AA', city: 'Den Helder', country: 'Nederland' },
    email: 'post@ateliernoordzij.example',
    paymentDays: 14,
    mileageRate: '0.23',
  },
  {
    id: '503',
    number: '1003',
    name: 'Stichting Leefbare Wijken',
    active: true,
    address: { street: 'Oudegracht 88', postalCode: '3511 AV', city: 'Utrecht', country: 'NL' },
    email: 'administratie03@klant.example',
    vatNumber: 'NL000001003B01',
    registrationNumber: '90000003',
    paymentDays: 30,
  },
  {
    id: '504',
    number: '1004',
    name: 'Van Rossum Logistiek B.V.',
    active: true,
    address: { street: 'Distripark 210', postalCode: '5928 LM', city: 'Venlo', country: 'NL' },
    email: 'administratie04@klant.example',
    vatNumber: 'NL000001004B01',
    registrationNumber: '90000004',
    paymentDays: 30,
  },
];
