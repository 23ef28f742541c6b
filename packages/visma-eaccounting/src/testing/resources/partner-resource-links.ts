import { complete } from '../models/complete.ts';
import type { LinkRecord } from '../state/sales-records.ts';
import { created, done, ok } from '../wire/answer.ts';
import { numberIn, textOf } from '../wire/fields.ts';
import { needed, readOnly } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'PartnerResourceLinkApi';
const writers = ['ea:purchase', 'ea:sales'];

function build(call: Call, existing?: LinkRecord): LinkRecord {
  const body = bodyOf(call, model);
  return {
    ...body,
    Id: existing?.Id ?? call.world.ids.guid('link'),
    ResourceId: textOf(body, 'ResourceId'),
    ResourceType: numberIn(body, 'ResourceType'),
    Href: textOf(body, 'Href'),
  };
}

function find(call: Call): LinkRecord {
  return needed(call.company.links, param(call, 'partnerResourceLinkId'), 'PartnerResourceLink');
}

/** /partnerresourcelinks: the one built-in place for an external id. */
export const partnerResourceLinks: readonly Operation[] = [
  ...readOnly({
    path: '/partnerresourcelinks',
    model,
    scopes: scopes.readSalesOrPurchase,
    what: 'PartnerResourceLink',
    idName: 'partnerResourceLinkId',
    records: (call) => call.company.links.all(),
  }),
  {
    method: 'POST',
    path: '/partnerresourcelinks',
    scopes: writers,
    handle: (call) => created(complete(model, call.company.links.put(build(call)))),
  },
  {
    method: 'PUT',
    path: '/partnerresourcelinks/{partnerResourceLinkId}',
    scopes: writers,
    handle: (call) => ok(complete(model, call.company.links.put(build(call, find(call))))),
  },
  {
    method: 'DELETE',
    path: '/partnerresourcelinks/{partnerResourceLinkId}',
    scopes: writers,
    handle: (call) => {
      call.company.links.delete(find(call).Id);
      return done();
    },
  },
];
