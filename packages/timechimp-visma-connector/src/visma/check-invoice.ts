import { error, warning, type Problem } from '../use-cases/problem.ts';
import { isConstructionReverseCharge, type InvoicePlan } from './invoice-plan.ts';
import { checkBookingDate } from './check-date.ts';
import { checkPricesWithVat } from './document-totals.ts';
import { checkPriceDecimals } from './price-decimals.ts';
import { sameAmount } from './amounts.ts';
import { unitKind } from './units.ts';
import { casesOfKind } from './vat-kind-cases.ts';
import { predictVat } from './vat-prediction.ts';

/** Most rows that a document of Visma has numbers for. */
const mostRows = 1000;

/** Everything that would make Visma refuse the invoice, or make it show other figures; found before anything is sent. */
export function checkInvoice(plan: InvoicePlan): Problem[] {
  const { proposal, customer, masterData } = plan;
  const at = `customer:${proposal.customerId}`;
  const problems: Problem[] = [
    ...checkBookingDate(plan.invoiceDate, masterData, at),
    ...plan.proposal.lines.flatMap((line) => checkLine(plan, line)),
    ...checkPricesWithVat(plan),
    ...checkPriceDecimals(plan),
  ];
  if (customer.currencyCode !== '' && customer.currencyCode !== proposal.currencyCode) {
    problems.push(
      error('currency', at, `${customer.name} is invoiced in ${customer.currencyCode} in Visma, the proposal is in ${proposal.currencyCode}.`, 'Rates are never converted: change the currency of customer or project.'),
    );
  }
  if (!customer.isActive) {
    problems.push(error('customer-inactive', at, `${customer.name} (${customer.number}) is not active in Visma.`, 'Activate the customer in Visma.'));
  }
  if (masterData.company.roundsTotals) {
    problems.push(warning('rounds-totals', at, 'The company rounds the totals of its documents; the draft will be held when its total differs.', 'Switch the rounding off in Visma.'));
  }
  if (proposal.lines.length + 2 > mostRows) {
    problems.push(error('too-many-rows', at, `The invoice for ${customer.name} would have ${proposal.lines.length} lines.`, 'Group hours and trips, or split the invoice.'));
  }
  return problems;
}

function checkLine(plan: InvoicePlan, line: InvoicePlan['proposal']['lines'][number]): Problem[] {
  const { masterData, customer } = plan;
  const at = `customer:${plan.proposal.customerId}`;
  const about = (problem: Problem): Problem => ({ ...problem, sources: line.sources });
  const article = masterData.articles.find((each) => each.id === line.articleId);
  if (!article) {
    return [about(error('article-unknown', at, `Article ${line.articleId} of "${line.text}" does not exist in this company.`, 'Choose another article in the settings, or link the activity anew.'))];
  }
  if (!article.isActive) {
    return [about(error('article-inactive', at, `Article ${article.number} ${article.name} of "${line.text}" is not active.`, 'Choose an active article.'))];
  }
  const coding = masterData.codings.find((each) => each.id === article.codingId);
  if (!coding) {
    return [about(error('coding-unknown', at, `Article ${article.number} ${article.name} has no coding that Visma lists.`, 'Repair the coding of the article in Visma.'))];
  }
  const unit = masterData.units.find((each) => each.id === article.unitId);
  return [...checkUnit(), ...checkVat()];

  function checkUnit(): Problem[] {
    const counted = unitKind(unit);
    const wanted = line.unit === 'piece' ? 'other' : line.unit;
    if (counted === wanted || (wanted === 'other' && !line.lumpSum)) {
      return [];
    }
    const message = `"${line.text}" is counted in ${line.unit === 'piece' ? 'pieces' : line.unit}, article ${article?.number ?? ''} ${article?.name ?? ''} in ${unit?.name ?? 'an unknown unit'}.`;
    return [about(line.lumpSum ? error('lump-sum-unit', at, message, 'Choose a lump-sum article that is counted in pieces.') : warning('unit', at, message, 'Choose an article that is counted in the same unit.'))];
  }

  function checkVat(): Problem[] {
    if (!coding) {
      return [];
    }
    const predicted = predictVat({
      coding,
      customer,
      companyCountryCode: masterData.company.countryCode,
      countries: masterData.countries,
      constructionReverseCharge: isConstructionReverseCharge(line),
    });
    if (!predicted.ok) {
      return [about(error('vat-refused', at, `Visma will refuse "${line.text}" for ${customer.name}: ${predicted.reason}.`, 'Correct the customer in Visma, or the VAT kind in the settings.'))];
    }
    if (!sameAmount(predicted.ratePercent, line.vatRate) || !casesOfKind[line.vatKind].includes(predicted.vatCase)) {
      return [
        about(
          error(
            'vat-differs',
            at,
            `Visma will charge ${predicted.ratePercent} percent (${predicted.vatCase}) on "${line.text}" for ${customer.name} by the coding ${coding.name} of article ${article?.number ?? ''}; wanted are ${line.vatRate} percent (${line.vatKind}).`,
            'Choose an article for this VAT kind (articles.byVatKind), or correct the customer in Visma.',
          ),
        ),
      ];
    }
    return [];
  }
}
