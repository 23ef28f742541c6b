import type { FakeCompany } from '../state/company.ts';
import type { SeedIds } from './seed-ids.ts';

/** One record each of what the API only reads, so that there is something to read. */
export function others(id: SeedIds): NonNullable<FakeCompany['others']> {
  return {
    '/accountTypes': [{ Id: id('account-type/1'), Type: 1, TypeDescription: 'Balans' }],
    '/backgrounds': [{ Id: id('background/briefpapier'), Name: 'briefpapier.pdf', NameWithoutExtension: 'briefpapier', Type: 14, CreatedUtc: '2025-01-01T09:00:00Z' }],
    '/banks': [{ Id: id('bank/huisbank'), Name: 'Huisbank' }],
    '/banktransactions': [
      { Id: id('bank-transaction/1'), TransactionDate: '2025-03-14', Reference: 'Huur maart', OriginalAmount: -1500, TransactionAmount: -1500, OriginalCurrency: 'EUR' },
    ],
    '/discountagreements': [{ Id: id('discount-agreement/1'), Name: 'Vaste klanten', Number: 1, IsActive: true }],
    '/documents': [{ Id: id('document/btw'), Name: 'btw-2025-1.pdf', NameWithoutExtension: 'btw-2025-1', Type: 41, CreatedUtc: '2025-04-20T09:00:00Z' }],
    '/foreignpaymentcodes': [{ Id: id('foreign-payment-code/1'), Code: 1, Description: 'Diensten', CountryCode: 'NL' }],
    '/inventoryitems': [
      { Id: id('inventory-item/1'), Number: 1, Name: 'Meetapparaat', PurchasePrice: 2400, PurchaseDate: '2025-02-03', LifeSpanInMonths: 60, CurrentValue: 2400, InventoryAccountingTemplate: { Name: 'Inventaris' } },
    ],
    '/vatreports': [
      { Id: id('vat-report/2025-1'), Name: '2025 Q1', StartDate: '2025-01-01', EndDate: '2025-03-31', DocumentId: id('document/btw'), TotalAmount: 3150 },
    ],
    '/webshoporders': [
      { Id: id('webshop-order/1'), Number: 'W-1', Name: 'Webwinkel', OrderNumber: '1', OrderDate: '2025-05-02', TotalAmountBaseCurrency: 121, TotalAmountOrderCurrency: 121, EmailAddress: 'koper@klant.example' },
    ],
  };
}
