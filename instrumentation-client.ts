import { config } from 'zod/v4/core';

// Compiled checks would need `eval`, which the content security policy forbids; probing for it is a violation too.
config({ jitless: true });
