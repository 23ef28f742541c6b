import type { Fault } from '../faults/fault.ts';
import type { FakeVisma } from '../fake-visma.ts';
import { type Answer, ok } from '../wire/answer.ts';
import { isWireObject } from '../wire/json.ts';
import type { WireRequest } from '../wire/request.ts';

/** What the control paths can do with the server. */
export interface Controls {
  readonly fake: () => FakeVisma;
  readonly reset: () => void;
}

/**
 * The paths under /fake, for a caller in another process: `GET health`, `POST reset`, `POST faults` (a fault rule as
 * JSON), `DELETE faults`, `GET requests` (counts per operation), `GET books` (of the first company).
 */
export function answerControl(controls: Controls, request: WireRequest): Answer {
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /fake/health':
      return { status: 204 };
    case 'POST /fake/reset':
      controls.reset();
      return { status: 204 };
    case 'POST /fake/faults':
      return addFault(controls.fake(), request.body);
    case 'DELETE /fake/faults':
      controls.fake().faults.clear();
      return { status: 204 };
    case 'GET /fake/requests':
      return ok(controls.fake().requests.counts());
    case 'GET /fake/books': {
      const { customers, drafts, invoices, ledgerItems, vouchers } = controls.fake().books;
      return ok({ customers, drafts, invoices, ledgerItems, vouchers });
    }
    default:
      return { status: 404 };
  }
}

function addFault(fake: FakeVisma, body: string): Answer {
  let rule: unknown;
  try {
    rule = JSON.parse(body);
  } catch {
    return { status: 400, json: { error: 'The rule is not JSON.' } };
  }
  if (!isWireObject(rule) || !isWireObject(rule['fault']) || typeof rule['fault']['kind'] !== 'string') {
    return { status: 400, json: { error: 'A rule looks like { "on": "POST /customers", "fault": { "kind": "refuse" } }.' } };
  }
  const { on, nth, times, fault } = rule;
  fake.faults.add({
    fault: fault as unknown as Fault,
    ...(typeof on === 'string' ? { on } : {}),
    ...(typeof nth === 'number' ? { nth } : {}),
    ...(typeof times === 'number' ? { times } : {}),
  });
  return { status: 204 };
}
