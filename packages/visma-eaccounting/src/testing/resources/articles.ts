import { complete } from '../models/complete.ts';
import type { ArticleRecord } from '../state/master-data-records.ts';
import { utcNow } from '../state/world.ts';
import { created, ok } from '../wire/answer.ts';
import { numberIn, textOf } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { ApiRefusal, type FieldError, errorCodes, invalid } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'ArticleApi';

function wire({ company }: Call, article: ArticleRecord): WireObject {
  const coding = company.codings.get(article.CodingId);
  const unit = company.units.get(article.UnitId);
  return {
    ...article,
    CodingName: coding?.Name ?? null,
    UnitName: unit?.Name ?? null,
    UnitAbbreviation: unit?.Abbreviation ?? null,
    IsServiceArticle: coding?.Type === 'Service',
  };
}

function build(call: Call, existing?: ArticleRecord): ArticleRecord {
  const { company, world } = call;
  const body = bodyOf(call, model);
  const problems: FieldError[] = [];
  if (!company.codings.get(textOf(body, 'CodingId'))) problems.push({ field: 'CodingId', message: 'The coding does not exist.' });
  if (!company.units.get(textOf(body, 'UnitId'))) problems.push({ field: 'UnitId', message: 'The unit does not exist.' });
  if (problems.length > 0) throw invalid(problems);
  const number = textOf(body, 'Number');
  if (company.articles.find((other) => other.Number === number && other.Id !== existing?.Id)) {
    throw new ApiRefusal(world.options.conflictStatus, errorCodes.conflict, `ConflictException - An article with Number ${number} already exists.`);
  }
  return {
    ...body,
    Id: existing?.Id ?? world.ids.guid('article'),
    Number: number,
    Name: textOf(body, 'Name'),
    NetPrice: numberIn(body, 'NetPrice'),
    CodingId: textOf(body, 'CodingId'),
    UnitId: textOf(body, 'UnitId'),
    IsActive: body['IsActive'] === true,
    CreatedUtc: existing?.['CreatedUtc'] ?? utcNow(world),
    ChangedUtc: utcNow(world),
  };
}

/** /articles: no DELETE, an article is made inactive instead. */
export const articles: readonly Operation[] = [
  {
    method: 'GET',
    path: '/articles',
    scopes: scopes.readSales,
    handle: (call) => listAnswer(call, '/articles', model, call.company.articles.all().map((each) => wire(call, each))),
  },
  {
    method: 'POST',
    path: '/articles',
    scopes: scopes.writeSales,
    handle: (call) => created(complete(model, wire(call, call.company.articles.put(build(call))))),
  },
  {
    method: 'GET',
    path: '/articles/{articleId}',
    scopes: scopes.readSales,
    handle: (call) => ok(complete(model, wire(call, needed(call.company.articles, param(call, 'articleId'), 'Article')))),
  },
  {
    method: 'PUT',
    path: '/articles/{articleId}',
    scopes: scopes.writeSales,
    handle: (call) => {
      const existing = needed(call.company.articles, param(call, 'articleId'), 'Article');
      return ok(complete(model, wire(call, call.company.articles.put(build(call, existing)))));
    },
  },
];
