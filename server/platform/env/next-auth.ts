import { env } from './index.ts';

/** next-auth reads its own address from the process environment alone; it is the portal's. */
export function tellNextAuthItsAddress(): void {
  process.env.NEXTAUTH_URL = env().PUBLIC_URL;
}
