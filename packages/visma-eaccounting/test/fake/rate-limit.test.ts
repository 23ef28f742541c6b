import { describe, expect, it } from 'vitest';
import { open } from './harness.ts';

describe('rate windows', { timeout: 30_000 }, () => {
  it('F: refuse the request after the limit, per client and endpoint, until the window ends', async () => {
    const visma = open({ rateLimit: { limit: 3 } });
    for (let round = 0; round < 3; round += 1) expect((await visma.request('GET', '/units')).status).toBe(200);
    const refused = await visma.request('GET', '/units');
    expect(refused.status).toBe(429);
    expect(refused.json['ErrorCode']).toBe(4010);
    const seconds = Number(/Try again in (\d+) seconds/.exec(refused.json['DeveloperErrorMessage'])?.[1]);
    expect(refused.headers.get('retry-after')).toBe(String(seconds));
    expect((await visma.request('GET', '/countries')).status).toBe(200);
    visma.clock.advance(seconds * 1000);
    expect((await visma.request('GET', '/units')).status).toBe(200);
  });

  it('F: start at an offset of their own, which the seed decides', async () => {
    const waits = new Set<string>();
    for (const seed of ['a', 'b', 'c', 'd']) {
      const visma = open({ seed, rateLimit: { limit: 1 } });
      await visma.request('GET', '/units');
      waits.add((await visma.request('GET', '/units')).json.DeveloperErrorMessage);
    }
    expect(waits.size).toBeGreaterThan(1);
  });

  it('F: may keep Retry-After to themselves', async () => {
    const visma = open({ rateLimit: { limit: 1, retryAfter: false } });
    await visma.request('GET', '/units');
    const refused = await visma.request('GET', '/units');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.json['DeveloperErrorMessage']).toMatch(/^API calls quota exceeded! maximum admitted 1 per Minute\./);
  });

  it('count the ids of an endpoint together', async () => {
    const visma = open({ rateLimit: { limit: 2 } });
    const units = await visma.list('/units');
    const statuses: number[] = [];
    for (const unit of units.Data.slice(0, 3)) statuses.push((await visma.request('GET', `/units/${unit.Id}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('can be switched off', async () => {
    const visma = open({ rateLimit: false });
    for (let round = 0; round < 700; round += 1) await visma.request('GET', '/companysettings');
    expect(visma.fake.requests.all().every(({ status }) => status === 200)).toBe(true);
  });
});
