import type { Clock } from '../ports/clock.ts';
import type { ExportReason } from '../ports/export-record.ts';
import type { ExportStore } from '../ports/export-store.ts';
import type { DocumentDriver } from './driver.ts';
import type { AlarmListener, ExportContext, ExportEngine } from './engine.ts';
import { exportOptions, type ExportOptions } from './options.ts';
import { reconcileKind } from './reconcile.ts';
import { previewReplace, replaceExport } from './replace-export.ts';
import type { ExportAlarm, ExportOutcome, ExportReport } from './report.ts';
import { runPlans } from './run.ts';
import { settleExport } from './settle.ts';
import { undoExports } from './undo-exports.ts';
import type { Work } from './work.ts';

/** What the engine stands on. */
export interface ExportEngineParts {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly options?: Partial<ExportOptions> | undefined;
}

/** Creates the engine. Throws `RangeError` when the options contradict each other. It keeps no state between calls. */
export function createExportEngine(parts: ExportEngineParts): ExportEngine {
  const { store, clock } = parts;
  const options = exportOptions(parts.options);
  const workOn = (context: ExportContext, driver: DocumentDriver, alarms: ExportAlarm[]): Work => ({
    store,
    clock,
    options,
    context,
    driver,
    alarms,
  });
  return {
    run: async (request) => {
      const keys = request.plans.map((plan) => plan.key);
      if (new Set(keys).size !== keys.length) throw new TypeError('Two plans of one run have the same key.');
      if (request.plans.some((plan) => plan.kind !== request.driver.kind)) {
        throw new TypeError(`The driver writes plans of kind ${request.driver.kind} only.`);
      }
      const alarms: ExportAlarm[] = [];
      const { outcomes, stopped, canary } = await runPlans(workOn(request, request.driver, alarms), request);
      return { outcomes: keys.flatMap((key) => outcomes.get(key) ?? []), alarms, stopped, canary };
    },
    reconcile: async (request) => {
      const report = reportFor(request);
      let stopped: ExportReason | null = null;
      for (const driver of request.drivers) {
        stopped ??= await reconcileKind(workOn(request, driver, report.alarms), report.conclude);
      }
      return report.end(stopped);
    },
    undo: async (request) => {
      const report = reportFor(request);
      const work = workOn(request, request.driver, report.alarms);
      return report.end(await undoExports(work, request, report.conclude));
    },
    replace: (request) => tellingAlarms(request, (alarms) => replaceExport(workOn(request, request.driver, alarms), request)),
    previewReplace: (request) => previewReplace(workOn(request, request.driver, []), request),
    settle: (request) => tellingAlarms(request, (alarms) => settleExport(workOn(request, request.driver, alarms), request)),
    find: async (scope, key) => (await store.get(scope, [key]))[0] ?? null,
  };
}

/** Tells the alarms of a call that answers one outcome, also of one that ends in an error. */
async function tellingAlarms<T>({ onAlarm }: AlarmListener, call: (alarms: ExportAlarm[]) => Promise<T>): Promise<T> {
  const alarms: ExportAlarm[] = [];
  try {
    return await call(alarms);
  } finally {
    alarms.forEach((alarm) => onAlarm?.(alarm));
  }
}

interface ReportInTheMaking {
  readonly alarms: ExportAlarm[];
  readonly conclude: (outcome: ExportOutcome) => void;
  readonly end: (stopped: ExportReason | null) => ExportReport;
}

function reportFor(context: ExportContext): ReportInTheMaking {
  const alarms: ExportAlarm[] = [];
  const outcomes = new Map<string, ExportOutcome>();
  return {
    alarms,
    conclude: (outcome) => {
      outcomes.set(outcome.key, outcome);
      context.onOutcome?.(outcome);
    },
    end: (stopped) => ({ outcomes: [...outcomes.values()], alarms, stopped }),
  };
}
