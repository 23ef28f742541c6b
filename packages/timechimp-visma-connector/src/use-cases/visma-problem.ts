import { AuthenticationError, PermissionError, VismaError } from '@x/visma-eaccounting';
import { error, type Problem } from './problem.ts';

const notAuthorized = 4005;
const noScope = 4006;
const startupGuide = 4003;
const companyNotActive = 4004;

/**
 * Names what a failure of Visma means for the connection and what a person has to do, as far as it can be told;
 * undefined for failures that pass by themselves or that are no matter of the connection.
 */
export function connectionProblem(failure: unknown): Problem | undefined {
  if (!(failure instanceof VismaError)) {
    return undefined;
  }
  if (failure.code === 'reconnect-required') {
    return error(
      'reconnect-needed',
      'connection',
      'Visma no longer accepts the connection: it was withdrawn, or the password of the person who connected was changed.',
      'Connect to Visma again.',
    );
  }
  if (failure.code === 'invalid-client') {
    return error('client-refused', 'connection', 'Visma refuses this application: its id or secret is wrong.', 'Check the client id and secret of the application.');
  }
  if (failure.errorCode === startupGuide) {
    return error('startup-guide', 'company', 'The company has not completed the start-up guide of Visma.', 'Complete the start-up guide in Visma.');
  }
  if (failure.errorCode === companyNotActive) {
    return error('company-inactive', 'company', 'The company is not active in Visma.', 'Activate the company in Visma.');
  }
  if (/module/i.test(failure.message) && (failure instanceof PermissionError || failure instanceof AuthenticationError)) {
    return error(
      'api-module-off',
      'company',
      'The API extension of Visma is not active for this company, or the login landed in another company.',
      'Activate it in Visma under Apps and extensions; if it is active, remove the default company (blue star) and connect again.',
    );
  }
  if (failure.errorCode === noScope || failure instanceof PermissionError) {
    return error(
      'scope-missing',
      'connection',
      `Visma does not allow ${failure.operation ?? 'this'}: the connection was made without the rights for it.`,
      'Connect again and grant all rights that are asked for; the person who connects must have them in Visma.',
    );
  }
  if (failure.errorCode === notAuthorized || failure instanceof AuthenticationError) {
    return error('reconnect-needed', 'connection', 'Visma does not accept the access of this connection.', 'Connect to Visma again.');
  }
  return undefined;
}
