import { describe, expect, it } from 'vitest';
import { open } from './harness.ts';

const numbers = (data: readonly Record<string, unknown>[]): unknown[] => data.map((each) => each['CustomerNumber']);

describe('lists', () => {
  it('have 50 a page by default, page numbers from 1, and totals in Meta', async () => {
    const visma = open();
    const accounts = await visma.list('/accounts');
    expect(accounts.Meta).toEqual({
      CurrentPage: 1,
      PageSize: 50,
      TotalNumberOfPages: 2,
      TotalNumberOfResults: 92,
      ServerTimeUtc: '2026-04-01T08:00:00.000Z',
    });
    expect(accounts.Data).toHaveLength(50);
    expect((await visma.list('/accounts', { $page: '2' })).Data).toHaveLength(42);
  });

  it('answer an empty page beyond the last one', async () => {
    const page = await open().list('/customers', { $page: '9', $pagesize: '10' });
    expect(page.Data).toEqual([]);
    expect(page.Meta).toMatchObject({ CurrentPage: 9, TotalNumberOfPages: 3, TotalNumberOfResults: 25 });
  });

  it.each(['0', '1001', '-1', 'ten', '2.5'])('refuse a page size of %s', async (size) => {
    expect((await open().request('GET', `/customers?$pagesize=${size}`)).status).toBe(400);
  });

  it('filter by the documented subset', async () => {
    const visma = open();
    const filtered = async ($filter: string) => numbers((await visma.list('/customers', { $filter, $orderby: 'CustomerNumber' })).Data);
    expect(await filtered("CustomerNumber eq '1007'")).toEqual(['1007']);
    expect(await filtered("CustomerNumber ge '1023' and CustomerNumber ne '1024'")).toEqual(['1023']);
    expect(await filtered("contains(Name,'bouw') or contains(Name,'MUSEUM')")).toEqual(['1007', '1011']);
    expect(await filtered("(CustomerNumber eq '1001' or CustomerNumber eq '1002') and contains(Name,'Bakkerij')")).toEqual(['1002']);
    expect(await filtered('IsActive eq false')).toEqual(['1022']);
    expect(await filtered('CustomerNumber eq null')).toEqual([null]);
    expect(await filtered("Name eq 'Buurtcoöperatie ''Samen'' Sterk'")).toEqual([]);
    expect(await filtered('ChangedUtc ge 2026-01-24T00:00:00Z')).toEqual([null, '1024']);
  });

  it.each([
    "startswith(Name,'B')",
    "CustomerNumber in ('1001')",
    "not (CustomerNumber eq '1001')",
    "CustomerNumber eq '1001' and",
    "CustomerNumber eq 1001",
    'CustomerNumber eq',
    "tolower(Name) eq 'x'",
    'Id eq ',
    "Nonsense eq 'x'",
    "InvoiceCity eq 'Sneek'",
    'IsActive eq 1',
    "Name eq 'o'brien'",
  ])('refuse everything else: %s', async ($filter) => {
    const query = new URLSearchParams({ $filter }).toString();
    expect(await open().request('GET', `/customers?${query}`)).toMatchObject({ status: 400, json: { ErrorCode: 2000 } });
  });

  it('E: ChangedUtc on customers can be made to be refused or to be ignored', async () => {
    const $filter = 'ChangedUtc ge 2026-01-24T00:00:00Z';
    const refused = open({ filters: { '/customers': { ChangedUtc: 'refused' } } });
    expect((await refused.request('GET', `/customers?${new URLSearchParams({ $filter }).toString()}`)).status).toBe(400);
    const ignored = open({ filters: { '/customers': { ChangedUtc: 'ignored' } } });
    expect((await ignored.list('/customers', { $filter })).Meta.TotalNumberOfResults).toBe(25);
  });

  it('A8: the row text of invoices can be made unfilterable', async () => {
    const visma = open({ filters: { '/customerinvoices': { 'Rows/Text': 'refused' } } });
    const query = new URLSearchParams({ $filter: "Rows/any(c: contains(c/Text,'TC'))" }).toString();
    expect((await visma.request('GET', `/customerinvoices?${query}`)).status).toBe(400);
  });

  it('order by several fields, and refuse unknown ones', async () => {
    const visma = open();
    const page = await visma.list('/customers', { $orderby: 'InvoiceCountryCode desc, Name', $pagesize: '3' });
    expect(page.Data.map((each) => each['InvoiceCountryCode'])).toEqual(['NL', 'NL', 'NL']);
    expect(page.Data.map((each) => each['Name'])[0]).toBe('Autobedrijf Kuipers');
    expect((await visma.request('GET', '/customers?$orderby=Nonsense')).status).toBe(400);
    expect((await visma.request('GET', '/customers?$orderby=Name%20up')).status).toBe(400);
  });

  it('project by $select', async () => {
    const visma = open();
    const page = await visma.list('/customers', { $select: 'Id,Name', $pagesize: '1' });
    expect(Object.keys(page.Data[0] ?? {})).toEqual(['Id', 'Name']);
    expect((await visma.request('GET', '/customers?$select=Nonsense')).status).toBe(400);
  });
});
