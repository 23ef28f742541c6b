import { expectTypeOf, it } from 'vitest';
import {
  filter, type Article, type ApiPromise, type Customer, type CustomerInput, type CustomerInvoice, type CustomerInvoiceDraftInput,
  type CustomerInvoiceDraftRowInput, type CustomerLedgerItem, type CustomerLedgerItemWithVoucherInput, type FileAnswer, type ListParams, type Page,
  operationScopes, type PageAnswer, type PagePromise, type RequestOptions, type SalesPriceListRow, type StandardAccount, type Voucher, type VoucherInput, type VismaClient,
} from '../../src/index.ts';

declare const client: VismaClient;

// Only the compiler runs these: what must not compile is marked.
it('answers have the names and the nullability of the wire', () => {
  expectTypeOf<Customer['Id']>().toEqualTypeOf<string>();
  expectTypeOf<Customer['Name']>().toEqualTypeOf<string>();
  expectTypeOf<Customer['EmailAddress']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Customer['IsActive']>().toEqualTypeOf<boolean>();
  expectTypeOf<Customer['UnpaidInvoicesAmount']>().toEqualTypeOf<number>();
  expectTypeOf<Voucher['Rows'][number]['AccountNumber']>().toEqualTypeOf<number>();
});

it('inputs have no read-only fields, and know what is required', () => {
  expectTypeOf<CustomerInput>().not.toHaveProperty('Id');
  expectTypeOf<CustomerInput>().not.toHaveProperty('ChangedUtc');
  expectTypeOf<CustomerInvoiceDraftRowInput>().not.toHaveProperty('VatRate');
  expectTypeOf<CustomerInvoiceDraftInput['RotReducedInvoicingType']>().toEqualTypeOf<0 | 1 | 2>();
  expectTypeOf<CustomerLedgerItemWithVoucherInput['InvoiceDate']>().toEqualTypeOf<string>();
  expectTypeOf<VoucherInput['VoucherDate']>().toEqualTypeOf<string>();
  expectTypeOf<CustomerInput['Note']>().toEqualTypeOf<string | null | undefined>();
  // @ts-expect-error a customer needs a name
  expectTypeOf({ InvoiceCity: 'x' }).toExtend<CustomerInput>();
});

it('methods answer what the API answers', () => {
  expectTypeOf<VismaClient['customers']['get']>().returns.toEqualTypeOf<ApiPromise<Customer>>();
  expectTypeOf<VismaClient['customers']['delete']>().returns.toEqualTypeOf<ApiPromise<void>>();
  expectTypeOf<VismaClient['customerInvoiceDrafts']['convert']>().returns.toEqualTypeOf<ApiPromise<CustomerInvoice>>();
  expectTypeOf<VismaClient['customerInvoices']['print']>().returns.toEqualTypeOf<ApiPromise<FileAnswer>>();
  expectTypeOf<VismaClient['customerLedgerItems']['createWithVoucher']>().returns.toEqualTypeOf<ApiPromise<CustomerLedgerItem>>();
  expectTypeOf<VismaClient['salesPriceLists']['updatePrices']>().returns.toEqualTypeOf<ApiPromise<PageAnswer<SalesPriceListRow>>>();
  expectTypeOf<VismaClient['webshopOrders']['convert']>().returns.toEqualTypeOf<ApiPromise<string>>();
  expectTypeOf<VismaClient['customers']['patch']>().parameter(1).toEqualTypeOf<Partial<CustomerInput>>();
  expectTypeOf<Awaited<ApiPromise<Customer>>>().toEqualTypeOf<Customer>();
  expectTypeOf<Awaited<PagePromise<Customer>>>().toEqualTypeOf<Page<Customer>>();
});

it('lists know their fields, their own parameters and what was selected', () => {
  const uses = () => {
    expectTypeOf(client.customers.list()).toEqualTypeOf<PagePromise<Customer>>();
    expectTypeOf(client.accounts.standardAccounts()).toEqualTypeOf<PagePromise<StandardAccount>>();
    expectTypeOf(client.customers.list({ select: ['Id', 'Name'] })).toEqualTypeOf<PagePromise<Pick<Customer, 'Id' | 'Name'>>>();
    void client.articles.list({ showPricesWithTwoDecimals: true, orderBy: ['Name desc', 'Number'] });
    void client.customers.list({ filter: filter.and(filter.eq('CustomerNumber', '1'), filter.contains('Name', 'x')) });
    void client.customers.list({ filter: "Name eq 'x'" });
    // @ts-expect-error no such field
    void client.customers.list({ filter: filter.eq('Nme', 'x') });
    // @ts-expect-error no such field
    void client.customers.list({ orderBy: 'Nme' });
    // @ts-expect-error no such direction
    void client.customers.list({ orderBy: 'Name up' });
    // @ts-expect-error a parameter of another list
    void client.customers.list({ showPricesWithTwoDecimals: true });
    // @ts-expect-error the limit is mandatory
    void client.customers.list().toArray();
  };
  expectTypeOf(uses).returns.toBeVoid();
  expectTypeOf<ListParams<Article>>().toHaveProperty('pageSize');
});

it('query flags are those of the operation', () => {
  const uses = () => {
    void client.customerInvoiceDrafts.convert('id', undefined, { query: { keepOriginalDraftDate: true, overrideCompanyKeepOriginalDraftDate: true } });
    void client.customerLedgerItems.createWithVoucher({} as CustomerLedgerItemWithVoucherInput, { query: { useAutomaticVatCalculation: false, useDefaultVatCodes: false, useDefaultVoucherSeries: true } });
    // @ts-expect-error a flag of another operation
    void client.customerInvoiceDrafts.convert('id', undefined, { query: { useDefaultVatCodes: true } });
    // @ts-expect-error no flags at all
    void client.units.get('id', { query: { any: true } });
    // @ts-expect-error a body is needed
    void client.customers.create();
  };
  expectTypeOf(uses).returns.toBeVoid();
  expectTypeOf<RequestOptions['startBefore']>().toEqualTypeOf<number | undefined>();
});

it('the scopes of an operation are known to the compiler', () => {
  expectTypeOf<(typeof operationScopes)['POST /customers'][number]>().toEqualTypeOf<'ea:sales'>();
  expectTypeOf<(typeof operationScopes)['GET /vouchers'][number]>().toEqualTypeOf<'ea:accounting' | 'ea:accounting_readonly'>();
  // @ts-expect-error no such operation
  expectTypeOf(operationScopes['GET /moons']).toBeNever();
});
