import { describe, expect, it } from 'vitest';
import { type MeasuredRow, createFakeVisma, manualClock, measuredBeatsDocument } from '../../src/testing/index.ts';
import { documentedOperations } from '../../src/testing/models/facts.ts';
import { draftBody, ledgerBody, open } from './harness.ts';

describe('errors', () => {
  it('have the documented body with an id of their own', async () => {
    const visma = open();
    const first = await visma.request('GET', '/customers/00000000-0000-4000-8000-000000000000');
    expect(first.status).toBe(404);
    expect(Object.keys(first.json)).toEqual(['ErrorCode', 'DeveloperErrorMessage', 'ErrorId', 'Errors']);
    const second = await visma.request('GET', '/customers/00000000-0000-4000-8000-000000000000');
    expect(second.json['ErrorId']).not.toBe(first.json['ErrorId']);
  });

  it('a path without an operation is 404, another method 405, broken JSON 400', async () => {
    const visma = open();
    expect((await visma.request('GET', '/nonsense')).status).toBe(404);
    expect((await visma.request('DELETE', '/units')).status).toBe(405);
    const { accessToken } = visma.fake.authorize();
    const broken = await visma.fake.fetch(`${visma.fake.apiUrl}/customers`, { method: 'POST', headers: { authorization: `Bearer ${accessToken}` }, body: '{' });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ ErrorCode: 2000 });
  });

  it('a request without or with an unknown token is 401 with 4005', async () => {
    const { fake } = open();
    for (const headers of [{}, { authorization: 'Bearer nonsense' }]) {
      const answer = await fake.fetch(`${fake.apiUrl}/customers`, { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(await answer.json()).toMatchObject({ ErrorCode: 4005 });
    }
  });
});

describe('answers', () => {
  it('hold every field of their model, null where there is nothing', async () => {
    const visma = open();
    const customer = await visma.customer('1001');
    expect(Object.keys(customer)).toHaveLength(65);
    expect(customer['GLN']).toBeNull();
  });

  it('come from any host and below any path prefix', async () => {
    const { fake } = open();
    const { accessToken } = fake.authorize();
    const headers = { authorization: `Bearer ${accessToken}` };
    for (const base of ['http://127.0.0.1:4020/v2', 'https://proxy.example/visma/nl/v2', 'https://eaccountingapi-sandbox.test.vismaonline.com/v2']) {
      expect((await fake.fetch(`${base}/units`, { headers })).status).toBe(200);
    }
  });

  it('are the same for the same seed and the same calls, ids included', async () => {
    const run = async (seed: string): Promise<string> => {
      const visma = open({ seed });
      const customer = await visma.customer('1001');
      await visma.post('/customerinvoicedrafts', draftBody(customer.Id, []));
      await visma.post('/customerledgeritems/customerledgeritemswithvoucher', ledgerBody(customer.Id));
      const { drafts, ledgerItems, vouchers } = visma.fake.books;
      return JSON.stringify([drafts, ledgerItems, vouchers]);
    };
    expect(await run('a')).toBe(await run('a'));
    expect(await run('a')).not.toBe(await run('b'));
  });

  it('seeded records have the same ids whatever the seed', async () => {
    expect((await open({ seed: 'a' }).article('UREN-H'))['Id']).toBe((await open({ seed: 'b' }).article('UREN-H'))['Id']);
  });
});

describe('measured beats document', () => {
  it('each row says what, what the document says, what was measured and where', () => {
    for (const row of measuredBeatsDocument) {
      expect([row.what, row.document, row.measured, row.source].every((text) => text.length > 0)).toBe(true);
      expect(row.lenient).not.toBe(row.strict);
    }
  });

  const attempts: Record<MeasuredRow['rule'], (strict: boolean) => Promise<unknown>> = {
    omittedValuesDefault: async (strict) => {
      const visma = open({ strict });
      const customer = await visma.customer('1001');
      return (await visma.post('/customerinvoicedrafts', { CustomerId: customer.Id, Rows: [] })).status;
    },
    readOnlyFieldsRefused: async (strict) => {
      const visma = open({ strict });
      const customer = await visma.customer('1001');
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [], { TotalAmount: 5 }))).status;
    },
    unknownFieldsRefused: async (strict) => {
      const visma = open({ strict });
      const customer = await visma.customer('1001');
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [], { Nonsense: 5 }))).status;
    },
    plainDatesAccepted: async (strict) => {
      const visma = open({ strict });
      const customer = await visma.customer('1001');
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, [], { InvoiceDate: '2026-03-31' }))).status;
    },
    fullBusinessDates: async (strict) => {
      const visma = open({ strict });
      const customer = await visma.customer('1001');
      return (await visma.post('/customerinvoicedrafts', draftBody(customer.Id, []))).json['InvoiceDate'];
    },
    enumNamesAccepted: async (strict) => {
      const visma = open({ strict });
      const upload = { ContentType: 'application/pdf', FileName: 'a.pdf', Data: 'JVBERi0=' };
      const { json } = await visma.post('/attachments', upload);
      return (await visma.post('/attachmentlinks', { DocumentType: 'Voucher', AttachmentIds: [json.Id] })).status;
    },
    firstCostCenterWritable: async (strict) => {
      const visma = open({ strict });
      const [center] = (await visma.list('/costcenters')).Data;
      const item = center?.Items[0]?.Id;
      const rows = [{ AccountNumber: 4000, DebitAmount: 1, CreditAmount: 0, CostCenterItemId1: item }, { AccountNumber: 1000, DebitAmount: 0, CreditAmount: 1 }];
      return (await visma.post('/vouchers', { VoucherDate: '2026-01-05T00:00:00Z', VoucherText: 'x', Rows: rows })).status;
    },
  };
  it.each(Object.entries(attempts))('%s: tolerant by default, by the document when strict', async (_rule, attempt) => {
    const [lenient, strict] = [await attempt(false), await attempt(true)];
    expect([lenient, strict]).not.toContain(500);
    expect(lenient).not.toEqual(strict);
    if (typeof lenient === 'number') expect([lenient < 300, strict]).toEqual([true, 400]);
  });
});

describe('the rest of the API', { timeout: 30_000 }, () => {
  const operations = Object.entries(documentedOperations());

  it('every documented operation that only reads a list answers a page', async () => {
    const lists = operations.filter(([name, { answer }]) => name.startsWith('GET ') && !name.includes('{') && answer?.startsWith('page of'));
    const fake = createFakeVisma({ clock: manualClock() });
    const { accessToken } = fake.authorize();
    for (const [name] of lists) {
      const answer = await fake.fetch(`${fake.apiUrl}${name.slice(4)}`, { headers: { authorization: `Bearer ${accessToken}` } });
      expect([name, answer.status]).toEqual([name, 200]);
      expect(Object.keys((await answer.json()) as object)).toEqual(['Meta', 'Data']);
    }
    expect(lists.length).toBeGreaterThan(45);
  });

  it('no documented operation fails with a server error', async () => {
    const fake = createFakeVisma({ clock: manualClock() });
    const { accessToken } = fake.authorize();
    for (const [name] of operations) {
      const [method = '', path = ''] = name.split(' ');
      const url = `${fake.apiUrl}${path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')}`;
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
      const { status } = await fake.fetch(url, { method, headers: { authorization: `Bearer ${accessToken}` }, ...body });
      expect([name, status < 500, status === 405]).toEqual([name, true, false]);
    }
    expect(fake.requests.all().every((entry) => entry.operation !== undefined)).toBe(true);
    expect(fake.requests.count()).toBe(228);
  });

  it('a resource without rules of its own can be made, read, changed and deleted', async () => {
    const visma = open();
    const label = { Name: 'Vast', Description: 'Vaste klant' };
    const { status, json } = await visma.post('/customerlabels', label);
    expect(status).toBe(201);
    expect((await visma.get(`/customerlabels/${json.Id}`))['Name']).toBe('Vast');
    expect((await visma.put(`/customerlabels/${json.Id}`, { ...label, Name: 'Los' })).json['Name']).toBe('Los');
    expect((await visma.list('/customerlabels')).Meta.TotalNumberOfResults).toBe(1);
    expect((await visma.remove(`/customerlabels/${json.Id}`)).status).toBe(200);
    expect((await visma.post('/customerlabels', { Name: 'x'.repeat(51) })).status).toBe(400);
  });
});
