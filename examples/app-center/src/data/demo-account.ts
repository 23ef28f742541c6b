/**
 * What TimeChimp holds in this example: a small Dutch agency, with the work of last month. All names are invented.
 *
 * The figures are chosen to be awkward: 0:20 and 8:05 do not divide into hundredths of an hour, 43.5 km at 0.23 ends on
 * half a cent, and the rates are 21 % and 9 %. One customer has no number, one article is unknown in Visma, one number is
 * that of two articles, and some work is older than the connection.
 */
import type { FakeInvoice, FakeTimeChimpData } from '@x/timechimp-visma-connector/timechimp/testing';

const high = { id: 1 };
const low = { id: 2 };

/** The account with its work in the month before `today` (`YYYY-MM-DD`), and some of the month before that. */
export function demoAccount(today: string): FakeTimeChimpData {
  const month = monthBefore(today);
  const on = (of: number): string => `${month}-${String(of).padStart(2, '0')}`;
  const earlier = (of: number): string => `${monthBefore(on(1))}-${String(of).padStart(2, '0')}`;
  const web = { customerId: 501, projectId: 101, status: 'Approved' } as const;
  const identity = { customerId: 502, projectId: 102, status: 'Approved' } as const;
  return {
    vatRates: [
      { id: 1, name: 'BTW hoog', percentage: 21 },
      { id: 2, name: 'BTW laag', percentage: 9 },
    ],
    customers: [
      customer(501, '1001', 'Molenaar & Zn. Houtbewerking B.V.', ['Zaagmolenpad 12', '1506 AB', 'Zaandam']),
      customer(502, '2001', 'Atelier Noordzij', ['Havenkade 5', '1781 AA', 'Den Helder'], 14),
      customer(503, '1003', 'Stichting Leefbare Wijken', ['Plein 40', '3521 XC', 'Utrecht']),
      customer(504, '1004', 'Van Rossum Logistiek B.V.', ['Distripark 210', '5928 LM', 'Venlo']),
      customer(505, null, 'Bakkerij De Gouden Schoof', ['Oude Haven 3', '4301 JK', 'Zierikzee']),
    ],
    tasks: [
      { id: 11, name: 'Ontwikkeling' },
      { id: 12, name: 'Overleg' },
      { id: 13, name: 'Ontwerp', code: 'ONTWERP-2019' },
      { id: 14, name: 'Begeleiding', code: 'UREN-S' },
    ],
    users: [
      { id: 71, displayName: 'Sanne Visser' },
      { id: 72, displayName: 'Joris Meijer' },
    ],
    projects: [
      { id: 101, name: 'Webwinkel', customerId: 501, code: 'WEB', method: 'CustomerHourlyRate', reference: 'INK-118', tasks: [{ id: 1011, taskId: 11 }, { id: 1012, taskId: 12 }] },
      { id: 102, name: 'Huisstijl', customerId: 502, code: 'HST', method: 'TaskHourlyRate', tasks: [{ id: 1021, taskId: 11, hourlyRate: 85 }, { id: 1022, taskId: 12, hourlyRate: 85 }] },
      { id: 103, name: 'Nieuwe website', customerId: 503, code: 'SITE', method: 'ProjectRate', fixedRate: 2500, invoiceDate: on(15) },
      { id: 104, name: 'Onderhoud en hosting', customerId: 504, code: 'OND', method: 'Subscription', subscription: { frequency: 2, startDate: on(1), description: 'Onderhoud en hosting', amount: 1, rate: 149 } },
    ],
    times: [
      { ...web, id: 1, date: on(5), hours: 20 / 60, taskId: 11, userId: 71, notes: 'Betaalmodule: melding van de bank uitgezocht' },
      { ...web, id: 2, date: on(6), hours: 7.75, taskId: 11, userId: 71, notes: 'Betaalmodule' },
      { ...web, id: 3, date: on(7), hours: 50 / 60, taskId: 12, userId: 72, notes: 'Voortgang' },
      { ...web, id: 4, date: on(8), hours: 1, taskId: 11, userId: 71, notes: 'Nog niet goedgekeurd', status: 'Open' },
      { ...identity, id: 5, date: on(13), hours: 20 / 60, taskId: 11, userId: 72 },
      { ...identity, id: 6, date: on(14), hours: 20 / 60, taskId: 11, userId: 72 },
      { ...identity, id: 7, date: on(15), hours: 20 / 60, taskId: 11, userId: 72 },
      { ...identity, id: 8, date: on(16), hours: 100 / 60, taskId: 12, userId: 72 },
      { id: 9, customerId: 503, projectId: 103, status: 'Approved', date: on(20), hours: 4, taskId: 11, userId: 71, notes: 'Valt onder de vaste prijs' },
      { id: 10, customerId: 505, status: 'Approved', date: earlier(28), hours: 2, taskId: 12, userId: 72, notes: 'Met de hand gefactureerd' },
    ],
    expenses: [
      { ...web, id: 1, date: on(9), userId: 71, quantity: 2, rate: 40, vatRate: high, product: { id: 31, name: 'Licenties' } },
      { ...web, id: 2, date: on(12), userId: 71, quantity: 1, rate: 24.95, vatRate: low, product: { id: 32, name: 'Vakliteratuur' } },
    ],
    mileages: [
      { ...web, id: 1, date: on(5), userId: 71, distance: 86, type: 'Business', fromAddress: 'Utrecht', toAddress: 'Zwolle' },
      { ...web, id: 2, date: on(7), userId: 71, distance: 43.5, type: 'Business', fromAddress: 'Utrecht', toAddress: 'Amersfoort' },
      { ...identity, id: 3, date: on(16), userId: 72, distance: 124, type: 'Business', fromAddress: 'Utrecht', toAddress: 'Den Helder' },
    ],
    invoices: [
      invoice(9016, 16, 504, 'Van Rossum Logistiek B.V.', 3, earlier(20), { net: 400, total: 484 }, [{ description: 'Kennismaking', quantity: 4, price: 100, tax: 21 }]),
      invoice(9017, 17, 501, 'Molenaar & Zn. Houtbewerking B.V.', 2, on(20), { net: 1024.85, total: 1231.09 }, [
        { description: 'Training', quantity: 10, price: 95, tax: 21, code: 'UREN-H' },
        { description: 'Vakliteratuur', quantity: 3, price: 24.95, tax: 9, code: 'KOSTEN-L' },
      ]),
      invoice(9018, 18, 503, 'Stichting Leefbare Wijken', 1, on(21), { net: 680, total: 822.8 }, [{ description: 'Advies', quantity: 8, price: 85, tax: 21 }]),
      invoice(9019, 19, 504, 'Van Rossum Logistiek B.V.', 2, on(22), { net: 1000, total: 1210 }, [{ description: 'Inrichting', quantity: 1, price: 1000, tax: 21 }]),
      invoice(9020, 20, 504, 'Van Rossum Logistiek B.V.', 3, on(23), { net: 250, total: 302.5 }, [{ description: 'Training', quantity: 2, price: 125, tax: 21 }]),
    ],
  };
}

function customer(id: number, relationId: string | null, name: string, [address, postalCode, city]: readonly [string, string, string], paymentPeriod = 30) {
  return { id, relationId, name, vatRate: high, paymentPeriod, hourlyRate: 95, mileageRate: 0.23, address: { address, postalCode, city, country: 'Nederland' } };
}

function invoice(
  id: number,
  companyInvoiceId: number,
  customerId: number,
  customerName: string,
  status: FakeInvoice['status'],
  date: string,
  { net, total }: { readonly net: number; readonly total: number },
  invoiceRows: FakeInvoice['invoiceRows'],
): FakeInvoice {
  return { id, companyInvoicePrefix: `${date.slice(0, 4)}-`, companyInvoiceId, customerId, customerName, status, date, dueDate: inDays(date, 14), total, totalExTax: net, invoiceRows };
}

function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(month - 1).padStart(2, '0')}`;
}

function inDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
