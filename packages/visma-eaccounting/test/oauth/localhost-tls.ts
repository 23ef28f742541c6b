const pem = (kind: string, body: string): string => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;

/** A self-signed key and certificate for localhost, made for these tests and used nowhere else. */
export const localhostTls = {
  key: pem(
    'PRIVATE KEY',
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0oMl0WHYk7pMYRwWXIh0miLagHhS4zCfktnzynaq/POhRANCAATJxV9DFnq68SOfZiYW4eIEMx4WbaIOLXf0ygsOBbMPA0DYRhPvPg+ApKYF7ZZUd8z3B7qweSxUgxDUSB2OK+Ki',
  ),
  cert: pem(
    'CERTIFICATE',
    'MIIBgDCCASWgAwIBAgIUJDWVDsqcYs1Lxf1iBaBXRMI+/T0wCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDAyNTM1NFoYDzIxMjYxMDMxMDI1MzU0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATJxV9DFnq68SOfZiYW4eIEMx4WbaIOLXf0ygsOBbMPA0DYRhPvPg+ApKYF7ZZUd8z3B7qweSxUgxDUSB2OK+Kio1MwUTAdBgNVHQ4EFgQUHcd3/Grp9ab3gY/HfoE4MBbDfagwHwYDVR0jBBgwFoAUHcd3/Grp9ab3gY/HfoE4MBbDfagwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA2M4HB8M319tG35rVydCnnnFIfbFdf+oAUlgfdto0j6QCIQC+CU63yFVUxLwPaTQ+veYQIDloHPtAH2Nd7VVGCToykA==',
  ),
};
