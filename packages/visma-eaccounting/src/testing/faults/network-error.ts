const causes = {
  refused: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:443', syscall: 'connect' },
  dns: { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND eaccountingapi.vismaonline.com', syscall: 'getaddrinfo' },
  unreachable: { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 127.0.0.1:443', syscall: 'connect' },
  tls: { code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' },
  'connect-timeout': { code: 'UND_ERR_CONNECT_TIMEOUT', message: 'Connect Timeout Error', name: 'ConnectTimeoutError' },
  reset: { code: 'ECONNRESET', message: 'read ECONNRESET', syscall: 'read' },
  closed: { code: 'UND_ERR_SOCKET', message: 'other side closed', name: 'SocketError' },
} as const;

/** A way in which a connection fails. */
export type NetworkFailure = keyof typeof causes | 'hang';

/** The error that Node's fetch rejects with: TypeError "fetch failed" whose cause carries the code. */
export function fetchFailed(failure: Exclude<NetworkFailure, 'hang'>): TypeError {
  const { message, ...rest } = causes[failure];
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), rest) });
}

/** The error of a body whose connection broke: TypeError "terminated". */
export function bodyTerminated(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
  return new TypeError('terminated', { cause });
}
