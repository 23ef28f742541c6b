import * as z from 'zod';
import { enumeration, flag, id, number, once, reference, text } from './leaves.ts';

/** A project of API v2 with `projectTasks` and `projectUsers` expanded. */
export const projectSchema = once(() =>
  z.object({
    id,
    name: text,
    code: text,
    startDate: text,
    endDate: text,
    customer: reference,
    invoicing: z
      .object({ method: enumeration, hourlyRate: number, fixedRate: number, reference: text, date: text })
      .nullish(),
    projectTasks: z
      .array(z.object({ id, billable: flag, hourlyRate: number, fixedRate: number, task: reference }))
      .nullish(),
    projectUsers: z.array(z.object({ hourlyRate: number, user: reference })).nullish(),
  }),
);

/** A project as API v2 sends it. */
export type WireProject = z.infer<ReturnType<typeof projectSchema>>;

/** What only API v1 tells about a project. */
export const projectFactsSchema = once(() =>
  z.object({
    id,
    invoiceInInstallments: flag,
    invoiceStatus: enumeration,
    projectSubscription: z
      .object({
        frequency: enumeration,
        startDate: text,
        endDate: text,
        description: text,
        amount: number,
        rate: number,
      })
      .nullish(),
  }),
);

/** What only API v1 tells about a project, as it sends it. */
export type WireProjectFacts = z.infer<ReturnType<typeof projectFactsSchema>>;
