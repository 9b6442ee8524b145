/** Name of the identity provider in callback addresses and in accounts. */
export const providerId = 'yagona';
