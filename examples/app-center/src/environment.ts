/** Where Visma and TimeChimp are, and who we are there; absent: the fakes. */
export interface Environment {
  readonly port: number;
  /** Our own address as the browser sees it; absent: the loopback address and port. */
  readonly baseUrl: string | undefined;
  /** Folder of the embedded database; absent: a new one that goes away at the end. */
  readonly folder: string | undefined;
  /** 32 bytes for sealing tokens; absent: fresh ones, which is right only for a folder that goes away. */
  readonly secretKey: Uint8Array | undefined;
  readonly visma: VismaServer | undefined;
  readonly timeChimp: TimeChimpServer | undefined;
}

/** A Visma that this program did not start. */
export interface VismaServer {
  readonly apiUrl: string;
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A TimeChimp that this program did not start. */
export interface TimeChimpServer {
  readonly apiKey: string;
  readonly v1ApiKey: string | undefined;
}

const vismaNames = ['VISMA_API_URL', 'VISMA_IDENTITY_URL', 'VISMA_CLIENT_ID', 'VISMA_CLIENT_SECRET'] as const;

/** Reads the environment. Throws when only a part of Visma is named: half a configuration sends secrets to the wrong place. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const value = (name: string): string | undefined => ((variables[name] ?? '') === '' ? undefined : variables[name]);
  const given = vismaNames.filter((name) => value(name) !== undefined);
  if (given.length > 0 && given.length < vismaNames.length) {
    throw new Error(`Set ${vismaNames.filter((name) => !given.includes(name)).join(', ')} too, or none of the VISMA_ variables to use the built-in fake.`);
  }
  const [folder, key, apiKey] = [value('DATABASE_FOLDER'), value('SECRET_KEY'), value('TIMECHIMP_API_KEY')];
  const secretKey = key === undefined ? undefined : new Uint8Array(Buffer.from(key, 'base64'));
  if (secretKey && secretKey.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64.');
  if (folder !== undefined && !secretKey) throw new Error('DATABASE_FOLDER needs SECRET_KEY: tokens that were sealed with a lost key cannot be read again.');
  return {
    port: Number(value('PORT') ?? 4080),
    baseUrl: value('APP_URL'),
    folder,
    secretKey,
    visma:
      given.length === 0
        ? undefined
        : { apiUrl: value('VISMA_API_URL') ?? '', identityUrl: value('VISMA_IDENTITY_URL') ?? '', clientId: value('VISMA_CLIENT_ID') ?? '', clientSecret: value('VISMA_CLIENT_SECRET') ?? '' },
    timeChimp: apiKey === undefined ? undefined : { apiKey, v1ApiKey: value('TIMECHIMP_V1_API_KEY') },
  };
}
