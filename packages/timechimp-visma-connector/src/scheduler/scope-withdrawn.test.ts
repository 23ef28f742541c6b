import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../../test/support/connected-world.ts';
import { TimeChimpError } from '../timechimp/timechimp-error.ts';
import { failureOfError } from './job-failure.ts';
import { runJob } from './run-job.ts';

describe('a job that Visma refuses for a missing right', () => {
  it('waits for a person instead of being tried six times more', async () => {
    const from = createWorld();
    const fetch: typeof from.fake.fetch = (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      return init?.method === 'POST' && url.endsWith('/customerinvoicedrafts')
        ? Promise.resolve(Response.json({ ErrorCode: 4006, DeveloperErrorMessage: 'Missing scope', ErrorId: 'x' }, { status: 403 }))
        : from.fake.fetch(input, init);
    };
    const world = createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } });
    await world.connect();
    const outcome = await runJob(world.connector, { kind: 'createInvoices', tenantId, request: { select: { customerIds: ['503'] } } }, new AbortController().signal);
    expect(outcome).toMatchObject({ status: 'failed', failure: { needsPerson: true } });
  });

  it('also where TimeChimp no longer accepts its key', () => {
    const failure = failureOfError(new TimeChimpError('authentication', 'GET /customers: 401', { delivery: 'answered' }));
    expect(failure).toMatchObject({ code: 'authentication', needsPerson: true });
  });
});
