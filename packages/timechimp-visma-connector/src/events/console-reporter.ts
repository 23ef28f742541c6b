import type { ConnectorEvent, OnEvent } from './event.ts';

/** Where the reporter writes; the shape of `process.stderr`. */
export interface ReporterStream {
  /** Writes the text as it is. */
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const barWidth = 24;

/**
 * Prints events for a person: a progress bar that redraws itself on a terminal, one line per event elsewhere.
 * Pass it as `onEvent`, with the stream to write to: `createConsoleReporter(process.stderr)`.
 */
export function createConsoleReporter(stream: ReporterStream): OnEvent {
  const isTerminal = stream.isTTY === true;
  let barShown = false;
  const line = (text: string): void => {
    stream.write(`${barShown ? '\r\u001b[K' : ''}${text}\n`);
    barShown = false;
  };
  return (event) => {
    if (event.type === 'progress' && isTerminal) {
      stream.write(`\r\u001b[K${bar(event).slice(0, (stream.columns ?? 80) - 1)}`);
      barShown = true;
      return;
    }
    const text = describe(event);
    if (text !== undefined) {
      line(text);
    }
  };
}

function bar(event: ConnectorEvent & { type: 'progress' }): string {
  if (event.total === undefined) {
    return `${event.step}: ${event.done}`;
  }
  const share = event.total === 0 ? 1 : Math.min(1, event.done / event.total);
  const filled = Math.floor(share * barWidth);
  return `[${'='.repeat(filled)}${' '.repeat(barWidth - filled)}] ${event.done}/${event.total} ${event.step}`;
}

function describe(event: ConnectorEvent): string | undefined {
  switch (event.type) {
    case 'started':
      return `${event.useCase}${event.preview ? ' (preview, nothing is written)' : ''}`;
    case 'progress':
      return `  ${event.step}: ${event.done}${event.total === undefined ? '' : ` of ${event.total}`}`;
    case 'item':
      return `  ${event.outcome}${event.how === 'adopted' ? ' (found in Visma)' : ''}: ${event.item}${event.message === undefined ? '' : ` - ${event.message}`}`;
    case 'warning':
      return `  warning (${event.code}): ${event.message}`;
    case 'finished':
      return `${event.useCase} finished: ${counts(event.counts)}`;
    case 'failed':
      return `${event.useCase} failed (${event.code}): ${event.message}`;
  }
}

function counts(all: Readonly<Record<string, number>>): string {
  const parts = Object.entries(all).map(([name, count]) => `${count} ${name}`);
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}
