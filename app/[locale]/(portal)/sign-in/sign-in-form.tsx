import type { ReactNode } from 'react';

/** Sends the person to the identity provider; a plain form, so it needs no JavaScript. */
export function SignInForm({ locale, to, switchPerson, children }: { locale: string; to: string; switchPerson?: boolean; children: ReactNode }) {
  return (
    <form method="post" action="/api/sign-in">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="to" value={to} />
      {switchPerson && <input type="hidden" name="switch" value="1" />}
      {children}
    </form>
  );
}
