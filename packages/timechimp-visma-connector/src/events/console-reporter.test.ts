import { describe, expect, it } from 'vitest';
import { createConsoleReporter } from './console-reporter.ts';
import type { ConnectorEvent } from './event.ts';

const base = { useCase: 'importCustomers', tenantId: 'acme', runId: 'run-1' } as const;
const events: ConnectorEvent[] = [
  { ...base, type: 'started', preview: true },
  { ...base, type: 'progress', step: 'customers', done: 12, total: 24 },
  { ...base, type: 'item', item: 'Bakkerij Smit', outcome: 'created', message: 'number 10025' },
  { ...base, type: 'item', item: 'Invoice 17', outcome: 'exported', how: 'written' },
  { ...base, type: 'item', item: 'Invoice 18', outcome: 'exported', how: 'adopted' },
  { ...base, type: 'warning', code: 'no-number', message: 'one customer has no number' },
  { ...base, type: 'finished', counts: { created: 1 } },
];

function print(isTTY: boolean, columns = 80): string {
  let out = '';
  const report = createConsoleReporter({ isTTY, columns, write: (text) => (out += text) });
  events.forEach(report);
  return out;
}

describe('createConsoleReporter', () => {
  it('prints one plain line per event where there is no terminal', () => {
    expect(print(false)).toBe(
      [
        'importCustomers (preview, nothing is written)',
        '  customers: 12 of 24',
        '  created: Bakkerij Smit - number 10025',
        '  exported: Invoice 17',
        '  exported (found in Visma): Invoice 18',
        '  warning (no-number): one customer has no number',
        'importCustomers finished: 1 created',
        '',
      ].join('\n'),
    );
  });

  it('draws a bar on a terminal and clears it before the next line', () => {
    expect(print(true)).toContain('\r\u001b[K[============            ] 12/24 customers\r\u001b[K  created');
  });

  it('keeps the bar within the width of the terminal', () => {
    expect(print(true, 10)).toContain('\r\u001b[K[========\r');
  });

  it('prints failures with their code, and says when a run had nothing to do', () => {
    let out = '';
    const report = createConsoleReporter({ write: (text) => (out += text) });
    report({ ...base, type: 'failed', code: 'locked', message: 'the year 2025 is locked' });
    report({ ...base, type: 'finished', counts: {} });
    report({ ...base, type: 'progress', step: 'pages', done: 3 });
    expect(out).toBe('importCustomers failed (locked): the year 2025 is locked\nimportCustomers finished: nothing to do\n  pages: 3\n');
  });
});
