import { describe, expect, it } from 'vitest';
import { draftBody, ledgerBody, open } from './harness.ts';

const pdf = { ContentType: 'application/pdf', FileName: 'bon-1.pdf', Data: 'JVBERi0xLjQ=' };

describe('articles, accounts and codings', () => {
  it('an article shows its coding and unit, and is made inactive instead of deleted', async () => {
    const visma = open();
    const article = await visma.article('KM-H');
    expect(article).toMatchObject({ CodingName: 'Reiskosten hoog', UnitName: 'Kilometer', UnitAbbreviation: 'km', IsServiceArticle: true });
    expect((await visma.remove(`/articles/${article.Id}`)).status).toBe(405);
    expect((await visma.put(`/articles/${article.Id}`, { ...article, IsActive: false })).json['IsActive']).toBe(false);
  });

  it('a new article needs a coding and a unit that exist and a number of its own', async () => {
    const visma = open();
    const article = await visma.article('KM-H');
    const { Id: _id, ...body } = article;
    expect((await visma.post('/articles', { ...body, Number: 'NIEUW' })).status).toBe(201);
    expect((await visma.post('/articles', body)).json['ErrorCode']).toBe(4000);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const refused = await visma.post('/articles', { ...body, Number: 'ANDERS', CodingId: unknown, UnitId: unknown });
    expect(refused.json['Errors'].map((each) => each.Field)).toEqual(['CodingId', 'UnitId']);
  });

  it('C3: a coding names an account for every case; the number of an account is text there, a number here', async () => {
    const visma = open();
    const coding = (await visma.list('/articleaccountcodings')).Data.find((each) => each['Name'] === 'Diensten hoog');
    expect(coding).toMatchObject({
      VatRatePercent: 21,
      DomesticSalesSubjectToVatAccountNumber: 8000,
      DomesticSalesSubjectToReversedConstructionVatAccountNumber: 8030,
      ForeignSalesVatExemptWithinEuAccountNumber: 8040,
      ForeignSalesVatExemptOutsideEuAccountNumber: 8050,
    });
    const [account] = (await visma.list('/accounts', { $filter: "Number eq '8000'" })).Data;
    expect(account).toMatchObject({ Number: '8000', VatCodeDescription: 'Leveringen en diensten belast met hoog tarief' });
  });

  it('standard accounts exist for Dutch companies only', async () => {
    const visma = open();
    const page = await visma.list('/accounts/standardaccounts');
    expect(page.Data).toContainEqual({ AccountType: 'AccountsReceivable', AccountNumber: 1300 });
    visma.fake.person.changeSettings({ CountryCode: 'SE' });
    expect((await visma.request('GET', '/accounts/standardaccounts')).status).toBe(400);
  });

  it('an account can be added, read and changed within its year', async () => {
    const visma = open();
    const [year] = (await visma.list('/fiscalyears')).Data;
    const account = { Name: 'Omzet nieuw', Number: '8300', FiscalYearId: year?.Id, IsActive: true };
    expect((await visma.post('/accounts', account)).status).toBe(201);
    expect((await visma.post('/accounts', account)).json['ErrorCode']).toBe(4000);
    const path = `/accounts/${year?.Id}/8300`;
    expect((await visma.put(path, { ...account, Name: 'Anders' })).json['Name']).toBe('Anders');
    expect((await visma.get(path))['Name']).toBe('Anders');
    expect((await visma.request('GET', `/accounts/${year?.Id}/9999`)).json['ErrorCode']).toBe(3000);
  });
});

describe('fiscal years and company settings', () => {
  it('a year can be added with the chart of the last one, not over another', async () => {
    const visma = open();
    expect((await visma.post('/fiscalyears', { StartDate: '2028-01-01', EndDate: '2028-12-31' })).status).toBe(201);
    const year = (await visma.list('/fiscalyears')).Data.at(-1);
    expect((await visma.list(`/accounts/${year?.Id}`)).Meta.TotalNumberOfResults).toBe(23);
    expect((await visma.post('/fiscalyears', { StartDate: '2028-06-01', EndDate: '2029-05-31' })).status).toBe(400);
  });

  it('locking shows in both places where it is kept', async () => {
    const visma = open();
    const [year] = (await visma.list('/fiscalyears')).Data;
    expect((await visma.put(`/fiscalyears/${year?.Id}`, { IsLockedForAccounting: true })).json['IsLockedForAccounting']).toBe(true);
    const lock = { AccountingLockedAsOf: { Year: 2026, Month: 2 }, AccountingLockInterval: 1, TaxDeclarationDate: { Month: 1, Day: 1 } };
    const { json } = await visma.put('/companysettings/accountinglocksettings', lock);
    expect(json['AccountingLockedTo']).toBe('2026-02-28T00:00:00Z');
  });

  it('a PUT of the settings keeps what is read-only', async () => {
    const visma = open();
    const settings = await visma.get('/companysettings');
    const { json } = await visma.put('/companysettings', { ...settings, Name: 'Nieuw B.V.', CompanyIdentifier: 'ander', CurrencyCode: 'USD' });
    expect(json).toMatchObject({ Name: 'Nieuw B.V.', CompanyIdentifier: 'kadewijk-advies-nl', CurrencyCode: 'EUR' });
  });
});

describe('projects and cost centers', () => {
  it('a project has a unique number of at most 9 characters; PUT answers 201', async () => {
    const visma = open();
    const project = { Number: 'P400', Name: 'Nieuw', Status: 1, StartDate: '2026-01-01' };
    const { json } = await visma.post('/projects', project);
    expect((await visma.post('/projects', project)).json['ErrorCode']).toBe(4000);
    expect((await visma.post('/projects', { ...project, Number: 'P123456789' })).status).toBe(400);
    expect(await visma.put(`/projects/${json.Id}`, { ...project, Status: 2 })).toMatchObject({ status: 201, json: { Status: 2 } });
    expect((await visma.put(`/projects/${json.Id}`, { ...project, Status: 3 })).status).toBe(400);
  });

  it('cost centers are listed with their items and renamed; items are added', async () => {
    const visma = open();
    const [center] = (await visma.list('/costcenters')).Data;
    expect(center?.['Items']).toHaveLength(2);
    const item = { CostCenterId: center?.Id, Name: 'Ontwerp', ShortName: 'ONT', IsActive: true };
    const { status, json } = await visma.post('/costcenteritems', item);
    expect(status).toBe(201);
    expect((await visma.put(`/costcenteritems/${json.Id}`, { ...item, Name: 'Vormgeving' })).json['Name']).toBe('Vormgeving');
    expect((await visma.get(`/costcenteritems/${json.Id}`))['Name']).toBe('Vormgeving');
    expect((await visma.put(`/costcenters/${center?.Id}`, { Name: 'Team', IsActive: true })).json['Name']).toBe('Team');
  });
});

describe('attachments and links', () => {
  it('an attachment is uploaded, linked to a voucher and then matched', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    await visma.post('/customerledgeritems/customerledgeritemswithvoucher', ledgerBody(customer.Id));
    const [voucher] = visma.fake.books.vouchers;
    const { status, json } = await visma.post('/attachments', pdf);
    expect(status).toBe(201);
    const link = { DocumentId: voucher?.Id, DocumentType: 3, AttachmentIds: [json.Id] };
    expect((await visma.post('/attachmentlinks', link)).status).toBe(200);
    expect((await visma.post('/attachmentlinks', { ...link, DocumentType: 'Voucher' })).json['DocumentType']).toBe(3);
    expect(await visma.get(`/attachments/${json.Id}`)).toMatchObject({ DocumentId: voucher?.Id, AttachmentStatus: 0 });
    expect((await visma.list('/attachments', { includeMatched: 'false' })).Data).toEqual([]);
    const attached = () => visma.fake.books.vouchers[0]?.['Attachments'];
    expect(attached()).toEqual(link);
    expect((await visma.remove(`/attachmentlinks/${json.Id}`)).status).toBe(200);
    expect(attached()).toMatchObject({ AttachmentIds: [] });
    expect((await visma.remove(`/attachments/${json.Id}`)).status).toBe(200);
  });

  it.each([{ ContentType: 'text/html' }, { FileName: 'bon/1.pdf' }, { Data: '***' }, { Data: null }])('an upload with %o is refused', async (more) => {
    expect((await open().post('/attachments', { ...pdf, ...more })).status).toBe(400);
  });

  it('a sales attachment hangs on its draft; the field is really spelled DockumentId', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const { json: draft } = await visma.post('/customerinvoicedrafts', draftBody(customer.Id, []));
    const path = '/salesdocumentattachments/customerinvoicedraft';
    expect((await visma.post(path, { ...pdf, DocumentId: draft.Id })).status).toBe(400);
    const { status, json } = await visma.post(path, { ...pdf, DockumentId: draft.Id });
    expect(status).toBe(201);
    expect((await visma.get(`/customerinvoicedrafts/${draft.Id}`))['SalesDocumentAttachments']).toEqual([json.Id]);
    expect((await visma.get(`/salesdocumentattachments/${json.Id}`))['OriginalFilename']).toBe('bon-1.pdf');
    expect((await visma.remove(`${path}/${draft.Id}/${json.Id}`)).status).toBe(200);
    expect((await visma.get(`/customerinvoicedrafts/${draft.Id}`))['SalesDocumentAttachments']).toEqual([]);
  });

  it('a partner resource link holds an external id', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    const link = { ResourceId: customer.Id, ResourceType: 1, Href: 'https://bron.example/1', PartnerCompanyName: 'Bron', PartnerSystemName: 'Bron' };
    const { json } = await visma.post('/partnerresourcelinks', link);
    expect((await visma.list('/partnerresourcelinks', { $filter: `ResourceId eq ${customer.Id}` })).Data).toHaveLength(1);
    expect((await visma.put(`/partnerresourcelinks/${json.Id}`, { ...link, Href: 'https://bron.example/2' })).json['Href']).toBe('https://bron.example/2');
    expect((await visma.remove(`/partnerresourcelinks/${json.Id}`)).status).toBe(200);
    expect((await visma.post('/partnerresourcelinks', { ...link, ResourceType: 9 })).status).toBe(400);
  });
});

describe('reference data', () => {
  it('a country is found by its code, an exchange rate by two currencies', async () => {
    const visma = open();
    expect(await visma.get('/countries/be')).toEqual({ Name: 'België', NameEnglish: 'Belgium', Code: 'BE', IsEuMember: true });
    expect((await visma.request('GET', '/countries/XX')).status).toBe(404);
    const rate = '/currencies/exchangerate?sourceCurrencyCode=GBP&targetCurrencyCode=EUR&date=2026-03-31';
    expect(await visma.get(rate)).toEqual({ Date: '2026-03-31', SourceCurrency: 'GBP', TargetCurrency: 'EUR', Rate: 1.16 });
    expect((await visma.request('GET', '/currencies/exchangerate?sourceCurrencyCode=GBP')).status).toBe(400);
  });

  it('users show who is behind the token', async () => {
    const [user] = (await open().list('/users')).Data;
    expect(user).toMatchObject({ Email: 'annelies@kadewijk.example', IsCurrentUser: true });
  });

  it('VAT rates have a history of one step', async () => {
    const [rate] = (await open().list('/vatcodesrates')).Data;
    expect(rate?.['VatRates']).toEqual([{ VatRateDate: '2019-01-01T00:00:00Z', VatRate: 21 }]);
  });
});
