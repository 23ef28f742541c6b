import type { PartnerResourceLinkInput, ProjectInput } from '../../../src/index.ts';
import type { Step } from './context.ts';
import { present } from './context.ts';

const idOf = (record: { readonly Id?: string | null | undefined }): string => present(record.Id, 'Id in the answer');

/** Lists that can only be read, and their single records. */
export const reference: Step = async ({ client }) => {
  const first = async (list: Promise<{ items: readonly { Id?: string | null | undefined }[] }>): Promise<string> =>
    present((await list).items[0]?.Id, 'record in the list');
  await client.articleAccountCodings.get(await first(client.articleAccountCodings.list()));
  await client.units.get(await first(client.units.list({ select: ['Id', 'Name'] })));
  await client.termsOfPayments.get(await first(client.termsOfPayments.list()));
  await client.vatCodes.get(await first(client.vatCodes.list()));
  await client.vatCodes.listRates();
  await client.countries.list();
  await client.countries.get('BE');
  await client.currencies.list();
  await client.currencies.exchangeRate({ query: { sourceCurrencyCode: 'GBP', targetCurrencyCode: 'EUR', date: '2026-03-31' } });
  await client.users.list();
};

/** Accounts and fiscal years. */
export const accounts: Step = async ({ client, fiscalYearId }) => {
  const FiscalYearId = await fiscalYearId(2026);
  await client.accounts.list({ filter: "Number eq '8000'" });
  await client.accounts.listForFiscalYear(FiscalYearId);
  await client.accounts.standardAccounts();
  const account = { Name: 'Omzet proef', Number: '8300', FiscalYearId, IsActive: true };
  await client.accounts.create(account, { query: { useDefaultAccountType: true } });
  await client.accounts.update(FiscalYearId, 8300, { ...account, Name: 'Omzet proef 2' });
  await client.accounts.patch(FiscalYearId, 8300, { Name: 'Omzet proef 3' });
  const year = idOf(await client.fiscalYears.create({ StartDate: '2028-01-01', EndDate: '2028-12-31' }));
  await client.fiscalYears.get(year);
  await client.fiscalYears.update(year, { IsLockedForAccounting: true });
  await client.fiscalYears.openingBalances();
  await client.fiscalYears.updateOpeningBalances([{ AccountNumber: 1100, Balance: 100 }], { query: { enableInactiveAccounts: false } });
};

/** The company's settings. */
export const settings: Step = async ({ client }) => {
  await client.companySettings.get();
  await client.companySettings.patch({ OurReference: 'A. Vermeer' });
  await client.companySettings.updateAccountingLock({
    AccountingLockedAsOf: { Year: 2025, Month: 12 },
    AccountingLockInterval: 1,
    TaxDeclarationDate: { Month: 1, Day: 1 },
  });
  await client.companySettings.updateRotRut({ RotReducedInvoicingPercent: 0.3, RutReducedInvoicingPercent: 0.5 });
};

/** Projects and cost centres. */
export const dimensions: Step = async ({ client }) => {
  const project: ProjectInput = { Number: 'P777', Name: 'Proefproject', Status: 1, StartDate: '2026-01-01' };
  const id = idOf(await client.projects.create(project));
  await client.projects.get(id);
  await client.projects.update(id, { ...project, EndDate: '2026-12-31' });
  await client.projects.list({ orderBy: 'Number desc' });
  const center = idOf(present((await client.costCenters.list()).items[0], 'cost centre'));
  await client.costCenters.update(center, { Name: 'Team', IsActive: true });
  const item = idOf(await client.costCenterItems.create({ CostCenterId: center, Name: 'Ontwerp', ShortName: 'ONT', IsActive: true }));
  await client.costCenterItems.get(item);
  await client.costCenterItems.patch(item, { Name: 'Vormgeving' });
};

/** Links to another system. */
export const links: Step = async ({ client, customerId }) => {
  const ResourceId = await customerId('1001');
  const link: PartnerResourceLinkInput = {
    ResourceId,
    ResourceType: 1,
    Href: 'https://bron.example/klant/1',
    PartnerCompanyName: 'Bron',
    PartnerSystemName: 'Urenregistratie',
  };
  const id = idOf(await client.partnerResourceLinks.create(link));
  await client.partnerResourceLinks.get(id);
  await client.partnerResourceLinks.update(id, { ...link, Href: 'https://bron.example/klant/2' });
  await client.partnerResourceLinks.list({ filter: `ResourceId eq ${ResourceId}` });
  await client.partnerResourceLinks.delete(id);
};
