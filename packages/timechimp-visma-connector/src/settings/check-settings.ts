import { error, warning, type Problem } from '../use-cases/problem.ts';
import type { MasterData } from '../visma/master-data.ts';
import { checkArticles } from './check-articles.ts';
import { checkVat } from './check-vat.ts';
import type { Settings } from './settings.ts';

/**
 * Checks every reference of the settings against the live administration and names what is wrong, vanished or unfit,
 * one by one. `today` chooses the fiscal year whose accounts count.
 */
export function checkSettings(settings: Settings, masterData: MasterData, today: string): readonly Problem[] {
  return [
    ...checkArticles(settings, masterData),
    ...checkAccounts(settings, masterData, today),
    ...checkVat(settings, masterData),
    ...checkTerms(settings, masterData),
    ...checkDimensions(settings, masterData),
    ...checkRest(settings, masterData),
  ];
}

function checkAccounts(settings: Settings, masterData: MasterData, today: string): Problem[] {
  const { accounts } = settings;
  const year = masterData.fiscalYears.find((each) => each.startDate <= today && today <= each.endDate);
  const named: [string, number][] = [
    ...(['receivable', 'revenue', 'rounding'] as const).flatMap((name): [string, number][] =>
      accounts[name] === null ? [] : [[`accounts.${name}`, accounts[name]]],
    ),
    ...Object.entries(accounts.revenueByVatKind).map(([kind, number]): [string, number] => [`accounts.revenueByVatKind.${kind}`, number]),
    ...Object.entries(accounts.vat).map(([kind, number]): [string, number] => [`accounts.vat.${kind}`, number]),
  ];
  return named.flatMap(([at, number]) => {
    const account = masterData.accounts.find(
      (each) => each.number === number && (year === undefined || each.fiscalYearIds.includes(year.id)),
    );
    if (!account) {
      return [error('account-unknown', at, `Account ${number} does not exist in the chart of accounts.`, 'Choose an account of this company.')];
    }
    if (!account.isActive || account.isBlocked) {
      const why = account.isActive ? 'blocked for manual booking' : 'not active';
      return [error('account-unusable', at, `Account ${number} ${account.name} is ${why}.`, 'Choose another account, or change this one in Visma.')];
    }
    return [];
  });
}

function checkTerms(settings: Settings, masterData: MasterData): Problem[] {
  return (['invoices', 'customers'] as const).flatMap((part) => {
    const id = settings[part].termsOfPayment;
    const terms = masterData.termsOfPayment.find((each) => each.id === id);
    return id === null || terms?.availableForSales === true
      ? []
      : [
          error(
            'terms-unknown',
            `${part}.termsOfPayment`,
            terms ? `Terms of payment ${terms.name} are not available for sales.` : `Terms of payment ${id} do not exist in this company.`,
            'Choose terms of payment of this company that are available for sales.',
          ),
        ];
  });
}

function checkDimensions(settings: Settings, masterData: MasterData): Problem[] {
  const { dimensions } = settings;
  const projects = Object.entries(dimensions.projects).flatMap(([source, id]) => {
    const project = masterData.projects.find((each) => each.id === id);
    const at = `dimensions.projects.${source}`;
    if (!project) {
      return [error('project-unknown', at, `Project ${id} does not exist in this company.`, 'Choose a project of this company.')];
    }
    return project.isFinished
      ? [warning('project-finished', at, `Project ${project.number} ${project.name} is finished in Visma.`, 'Choose an ongoing project.')]
      : [];
  });
  const items = (['costCentersByProject', 'costCentersByActivity'] as const).flatMap((map) =>
    Object.entries(dimensions[map]).flatMap(([source, ids]) => {
      const at = `dimensions.${map}.${source}`;
      const found = ids.map((id) => masterData.costCenterItems.find((each) => each.id === id));
      const unknown = ids.filter((_, index) => found[index]?.isActive !== true);
      const slots = found.flatMap((item) => (item ? [item.slot] : []));
      return [
        ...unknown.map((id) =>
          error('cost-center-unknown', at, `Cost centre item ${id} does not exist or is not active.`, 'Choose an active cost centre item.'),
        ),
        ...(new Set(slots).size < slots.length
          ? [error('cost-center-twice', at, 'Two items of one cost centre stand on one row.', 'Keep one item per cost centre.')]
          : []),
      ];
    }),
  );
  return [...projects, ...items];
}

function checkRest(settings: Settings, masterData: MasterData): Problem[] {
  const country = settings.customers.defaultCountry;
  return [
    ...(country === null || masterData.countries.some((each) => each.code === country)
      ? []
      : [error('country-unknown', 'customers.defaultCountry', `Visma has no country ${country}.`, 'Choose a country that Visma lists.')]),
    ...(isTimeZone(settings.import.timeZone)
      ? []
      : [error('time-zone-unknown', 'import.timeZone', `There is no time zone ${settings.import.timeZone}.`, 'Use a name such as Europe/Amsterdam.')]),
    ...(settings.invoices.finish === 'final' && settings.invoices.markPlace === 'ourReference'
      ? [
          warning(
            'mark-hidden',
            'invoices.markPlace',
            'A mark in OurReference cannot be searched on invoices: each search then reads all invoices of the customer.',
            'Keep the mark in a text row.',
          ),
        ]
      : []),
  ];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
