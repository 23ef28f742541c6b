import type { Clock, Connector, ConnectorSource } from '@x/timechimp-visma-connector';
import type { Hono } from 'hono';
import type { Env } from './security/session.ts';
import type { Progress } from './run/progress.ts';

/** All that the app is made of. Nothing of it opens a socket, so that a test can call the app as a function. */
export interface AppParts {
  readonly connector: Connector;
  /** The time-tracking side, read directly where a screen only lists what it holds. */
  readonly source: ConnectorSource;
  /** The tenant of everybody who uses this app: an app of your own takes it from its sign-in. */
  readonly tenantId: string;
  /** The account of the time-tracking side. */
  readonly accountId: string;
  /** Who decides, for the notes that the export log keeps. */
  readonly operator: string;
  /** Our own address, such as `https://app.example`. Cookies are secure where it is https. */
  readonly baseUrl: string;
  /** Visma's identity server: the one foreign place that a form of ours may lead to. */
  readonly identityUrl: string;
  readonly clock: Clock;
  /** Tells the events of the connector to the job that caused them. */
  readonly progress: Progress;
  /** Where a person sees a document in Visma, by its id; absent where no such address is known. */
  readonly documentUrl?: ((id: string) => string) | undefined;
  /** A window on the fake Visma, where there is one: what the books hold, and what a person could do there. */
  readonly vismaWindow?: Hono<Env> | undefined;
  /** One line for the operator's log. It never gets a token, a cookie or a name. */
  readonly log: (line: string) => void;
}
