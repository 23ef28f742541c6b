import { complete } from '../models/complete.ts';
import type { ProjectRecord } from '../state/master-data-records.ts';
import { businessDate, utcNow } from '../state/world.ts';
import { created } from '../wire/answer.ts';
import { dateIn, numberIn, textIn, textOf } from '../wire/fields.ts';
import { ApiRefusal, type FieldError, errorCodes } from '../wire/refusal.ts';
import { needed, readOnly } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'ProjectApi';

function build(call: Call, existing?: ProjectRecord): ProjectRecord {
  const { company, world } = call;
  const body = bodyOf(call, model, (given): FieldError[] => {
    const status = numberIn(given, 'Status');
    return status === 1 || status === 2 ? [] : [{ field: 'Status', message: 'must be 1 or 2' }];
  });
  const number = textOf(body, 'Number');
  if (company.projects.find((other) => other.Number === number && other.Id !== existing?.Id)) {
    throw new ApiRefusal(world.options.conflictStatus, errorCodes.conflict, `ConflictException - A project with Number ${number} already exists.`);
  }
  const end = dateIn(body, 'EndDate');
  return {
    ...body,
    Id: existing?.Id ?? world.ids.guid('project'),
    Number: number,
    Name: textOf(body, 'Name'),
    Status: numberIn(body, 'Status'),
    StartDate: businessDate(world, textOf(body, 'StartDate')),
    EndDate: end ? businessDate(world, end) : null,
    CustomerName: company.customers.get(textIn(body, 'CustomerId') ?? '')?.Name ?? null,
    ModifiedUtc: utcNow(world),
  };
}

/** /projects: unique Number; PUT answers 201, as the document says. */
export const projects: readonly Operation[] = [
  ...readOnly({
    path: '/projects',
    model,
    scopes: scopes.readAny,
    what: 'Project',
    idName: 'id',
    records: (call) => call.company.projects.all(),
  }),
  {
    method: 'POST',
    path: '/projects',
    scopes: scopes.writeAccounting,
    handle: (call) => created(complete(model, call.company.projects.put(build(call)))),
  },
  {
    method: 'PUT',
    path: '/projects/{id}',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const existing = needed(call.company.projects, param(call, 'id'), 'Project');
      return created(complete(model, call.company.projects.put(build(call, existing))));
    },
  },
];
