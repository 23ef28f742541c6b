import type { PagePromise } from '@x/visma-eaccounting';
import type { ConnectorClient } from './client.ts';
import type { MasterData } from './master-data.ts';
import * as read from './read-master-data.ts';
import { collect } from './whole-list.ts';

/** The lists that a use case can ask for. */
export type MasterList =
  | 'articles'
  | 'codings'
  | 'units'
  | 'termsOfPayment'
  | 'vatCodes'
  | 'accounts'
  | 'fiscalYears'
  | 'countries'
  | 'currencies'
  | 'projects'
  | 'costCenterItems';

/** Which lists to read, and how. */
export interface MasterDataRequest {
  readonly lists: readonly MasterList[];
  /** Days whose fiscal years' accounts are read; needed with `accounts`, which brings the fiscal years along. */
  readonly accountsFor?: readonly string[] | undefined;
  readonly pageSize: number;
  readonly signal?: AbortSignal | undefined;
}

/** Everything but the company, for use cases that only look things up. */
export type MasterLists = Omit<MasterData, 'company'>;

/** Reads the company and the lists that were asked for, at the same time: one call per list up to the page size. */
export async function loadMasterData(client: ConnectorClient, request: MasterDataRequest): Promise<MasterData> {
  const [company, lists] = await Promise.all([
    client.companySettings.get({ signal: request.signal }).then(read.company),
    loadMasterLists(client, request),
  ]);
  return { company, ...lists };
}

/** The same without the company. Lists that were not asked for are empty. */
export async function loadMasterLists(client: ConnectorClient, request: MasterDataRequest): Promise<MasterLists> {
  const { signal, pageSize } = request;
  const options = { signal };
  const wanted = new Set(request.lists);
  const list = <T, R>(name: MasterList, items: () => PagePromise<T>, map: (item: T) => R): Promise<R[]> =>
    wanted.has(name) ? collect(items).then((all) => all.map(map)) : Promise.resolve([]);
  const page = { pageSize };
  const years = wanted.has('accounts') || wanted.has('fiscalYears')
    ? collect(() => client.fiscalYears.list(page, options)).then((all) => all.map(read.fiscalYear))
    : Promise.resolve([]);
  const accounts = years.then(async (known) => {
    const days = request.accountsFor ?? [];
    const needed = known.filter((year) => days.some((day) => year.startDate <= day && day <= year.endDate));
    const charts = wanted.has('accounts')
      ? await Promise.all(needed.map(({ id }) => collect(() => client.accounts.listForFiscalYear(id, page, options))))
      : [];
    return read.accounts(charts.flat());
  });
  const [articles, codings, units, termsOfPayment, vatCodes, countries, currencies, projects, centers] =
    await Promise.all([
      list('articles', () => client.articles.list(page, options), read.article),
      list('codings', () => client.articleAccountCodings.list(page, options), read.coding),
      list('units', () => client.units.list(page, options), read.unit),
      list('termsOfPayment', () => client.termsOfPayments.list(page, options), read.terms),
      list('vatCodes', () => client.vatCodes.list(page, options), read.vatCode),
      list('countries', () => client.countries.list(page, options), read.country),
      list('currencies', () => client.currencies.list(page, options), (currency) => currency.Code ?? ''),
      list('projects', () => client.projects.list(page, options), read.project),
      list('costCenterItems', () => client.costCenters.list(page, options), (center) => center),
      // Awaited below; here so that a failure of any read rejects at once.
      accounts,
    ]);
  return {
    articles,
    codings,
    units,
    termsOfPayment,
    vatCodes,
    accounts: await accounts,
    fiscalYears: await years,
    countries,
    currencies,
    projects,
    costCenterItems: read.costCenterItems(centers),
  };
}
