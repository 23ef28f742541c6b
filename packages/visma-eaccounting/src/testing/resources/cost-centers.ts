import { complete } from '../models/complete.ts';
import type { CostCenterItemRecord, CostCenterRecord } from '../state/master-data-records.ts';
import { utcNow } from '../state/world.ts';
import { created, ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { invalid } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';
import { textOf } from '../wire/fields.ts';

const readers = [...scopes.readSalesOrAccounting, 'vls:api'];
const writers = ['ea:accounting', 'ea:sales', 'vls:api'];
const model = 'CostCenterApi';
const itemModel = 'CostCenterItemApi';

function wire({ company }: Call, center: CostCenterRecord): WireObject {
  return { ...center, Items: company.costCenterItems.all().filter(({ CostCenterId }) => CostCenterId === center.Id) };
}

function build(call: Call, existing?: CostCenterItemRecord): CostCenterItemRecord {
  const body = bodyOf(call, itemModel);
  const center = call.company.costCenters.get(textOf(body, 'CostCenterId'));
  if (!center) throw invalid([{ field: 'CostCenterId', message: 'The cost center does not exist.' }]);
  return {
    Id: existing?.Id ?? call.world.ids.guid('cost-center-item'),
    CostCenterId: center.Id,
    Name: textOf(body, 'Name'),
    ShortName: textOf(body, 'ShortName'),
    IsActive: body['IsActive'] === true,
    CreatedUtc: existing?.['CreatedUtc'] ?? utcNow(call.world),
  };
}

/** /costcenters can be listed and renamed, not created; their items can be created and changed. */
export const costCenters: readonly Operation[] = [
  {
    method: 'GET',
    path: '/costcenters',
    scopes: readers,
    handle: (call) => listAnswer(call, '/costcenters', model, call.company.costCenters.all().map((each) => wire(call, each))),
  },
  {
    method: 'PUT',
    path: '/costcenters/{id}',
    scopes: writers,
    handle: (call) => {
      const center = needed(call.company.costCenters, param(call, 'id'), 'CostCenter');
      const body = bodyOf(call, model);
      Object.assign(center, { Name: textOf(body, 'Name'), IsActive: body['IsActive'] === true });
      return ok(complete(model, wire(call, center)));
    },
  },
  {
    method: 'POST',
    path: '/costcenteritems',
    scopes: writers,
    handle: (call) => created(complete(itemModel, call.company.costCenterItems.put(build(call)))),
  },
  {
    method: 'GET',
    path: '/costcenteritems/{itemId}',
    scopes: readers,
    handle: (call) => ok(complete(itemModel, needed(call.company.costCenterItems, param(call, 'itemId'), 'CostCenterItem'))),
  },
  {
    method: 'PUT',
    path: '/costcenteritems/{costCenterItemId}',
    scopes: writers,
    handle: (call) => {
      const existing = needed(call.company.costCenterItems, param(call, 'costCenterItemId'), 'CostCenterItem');
      return ok(complete(itemModel, call.company.costCenterItems.put(build(call, existing))));
    },
  },
];
