/**
 * Compares two strings in a time that depends on the length of the received one only, so that an answer's delay
 * tells nobody how much of a secret was right.
 */
export function constantTimeEqual(received: string, expected: string): boolean {
  let difference = received.length ^ expected.length;
  for (let index = 0; index < received.length; index += 1) {
    difference |= received.charCodeAt(index) ^ expected.charCodeAt(index % expected.length || 0);
  }
  return difference === 0;
}
