import type { ConnectorEvent } from '@x/timechimp-visma-connector';
import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';

it('leads the events of two runs at once each to its own listener', async () => {
  const progress = createProgress();
  const heard: Record<string, string[]> = { one: [], two: [] };
  const run = (name: string) =>
    progress.listen(
      (event) => heard[name]?.push(event.type === 'progress' ? event.step : event.type),
      async () => {
        for (let step = 1; step <= 2; step += 1) {
          await Promise.resolve();
          progress.onEvent({ type: 'progress', useCase: 'importCustomers', tenantId: 'a', step: `${name} ${String(step)}`, done: step } as ConnectorEvent);
        }
      },
    );
  await Promise.all([run('one'), run('two')]);
  expect(heard).toEqual({ one: ['one 1', 'one 2'], two: ['two 1', 'two 2'] });
});
