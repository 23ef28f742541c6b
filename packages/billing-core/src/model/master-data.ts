import type { DecimalText, LocalDate, Rate } from './primitives.ts';

/** A VAT rate as the source system knows it. */
export interface SourceVatRate {
  readonly id?: string | undefined;
  /**
   * 21 means 21 %. Absent where the source names the rate by its id alone: the policy's map then has to tell it. Such a
   * rate never counts as none.
   */
  readonly percentage?: DecimalText | undefined;
}

/** Who receives the invoice. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** ISO 3166 code of two letters; decides VAT where no map or setting does. */
  readonly countryCode?: string | undefined;
  readonly vatNumber?: string | undefined;
  /** Marked for domestic reverse charge (verlegd); needs a VAT number. */
  readonly reverseCharge?: boolean | undefined;
  readonly vatRate?: SourceVatRate | undefined;
  /** ISO 4217; default: the policy's. */
  readonly currencyCode?: string | undefined;
  readonly hourlyRate?: Rate | undefined;
  /** Per kilometre. */
  readonly mileageRate?: Rate | undefined;
  /** The own organisation: nothing of it is invoiced. */
  readonly internal?: boolean | undefined;
  /** A placeholder record of the source system: nothing of it is invoiced. */
  readonly unspecified?: boolean | undefined;
}

/** What was done; TimeChimp's API calls it a task. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  /** The field through which TimeChimp's users link an accounting article; also found on invoice rows. */
  readonly code?: string | undefined;
  readonly hourlyRate?: Rate | undefined;
  /** The Visma article that this activity is linked to, whatever the VAT kind. */
  readonly articleId?: string | undefined;
}

/** Someone who writes hours. The name reaches an invoice only where the policy says so. */
export interface User {
  readonly id: string;
  readonly name?: string | undefined;
  readonly hourlyRate?: Rate | undefined;
}

/** The nine ways to invoice a project, spelled as TimeChimp's API v2 does. */
export type InvoiceMethod =
  | 'NoInvoicing'
  | 'TaskHourlyRate'
  | 'UserHourlyRate'
  | 'ProjectHourlyRate'
  | 'CustomerHourlyRate'
  | 'ProjectRate'
  | 'TaskRate'
  | 'MilestoneRate'
  | 'Subscription';

/** An activity within a project. */
export interface ProjectTask {
  readonly id: string;
  readonly activityId: string;
  /** Default true. Whether hours are billable is decided here, not on the entry. */
  readonly billable?: boolean | undefined;
  /** With `TaskHourlyRate`; absent: the activity's own rate. */
  readonly hourlyRate?: Rate | undefined;
  /** With `TaskRate`: the amount for the whole activity, billed once. */
  readonly fixedRate?: DecimalText | undefined;
  /** With `TaskRate`: the day on which it is to be invoiced; absent: the project's. */
  readonly invoiceDate?: LocalDate | undefined;
}

/** A member of a project. */
export interface ProjectUser {
  readonly userId: string;
  /** With `UserHourlyRate`; absent: the user's own rate. */
  readonly hourlyRate?: Rate | undefined;
}

/** A part of a fixed price, or a milestone, with the day on which it is to be invoiced. */
export interface Instalment {
  /** Stable: it makes the key that keeps the instalment from being billed twice. */
  readonly id: string;
  readonly date: LocalDate;
  readonly amount: DecimalText;
  readonly description?: string | undefined;
  /** Milestones only: one that is not reached is not billed. Default true. */
  readonly reached?: boolean | undefined;
}

/** How often a subscription is billed. */
export type Frequency = 'Week' | 'Month' | 'Quarter' | 'Year';

/** The same amount every period. */
export interface Subscription {
  readonly frequency: Frequency;
  readonly startDate: LocalDate;
  /** Included; absent: open-ended. */
  readonly endDate?: LocalDate | undefined;
  /** Default 1. */
  readonly quantity?: DecimalText | undefined;
  /** Per piece and period, without VAT; a rate with periods is read on the first day of the term. */
  readonly price: Rate;
  readonly description?: string | undefined;
  readonly activityId?: string | undefined;
}

/** How a project is invoiced. Only the fields that belong to `method` are read. */
export interface ProjectInvoicing {
  readonly method: InvoiceMethod;
  /** With `ProjectHourlyRate`. */
  readonly hourlyRate?: Rate | undefined;
  /** With `ProjectRate` without instalments: the whole price, billed once. */
  readonly fixedRate?: DecimalText | undefined;
  /** The day on which a fixed price without instalments is invoiced; absent: the project's end. */
  readonly date?: LocalDate | undefined;
  /** The customer's reference (an order number); an invoice can be split by it. */
  readonly reference?: string | undefined;
  /** With `ProjectRate` in parts, and with `MilestoneRate`. */
  readonly instalments?: readonly Instalment[] | undefined;
  readonly subscription?: Subscription | undefined;
}

/** A project of one customer. */
export interface Project {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly code?: string | undefined;
  readonly startDate?: LocalDate | undefined;
  readonly endDate?: LocalDate | undefined;
  /** Default: the customer's. */
  readonly currencyCode?: string | undefined;
  readonly invoicing: ProjectInvoicing;
  readonly tasks?: readonly ProjectTask[] | undefined;
  readonly users?: readonly ProjectUser[] | undefined;
}
