/** Visma's identity server for live companies. The default of `createVismaOAuth`. */
export const VISMA_IDENTITY_URL = 'https://identity.vismaonline.com';

/** Visma's identity server for sandbox companies. A sandbox client cannot reach a live company, nor the reverse. */
export const VISMA_SANDBOX_IDENTITY_URL = 'https://identity-sandbox.test.vismaonline.com';
