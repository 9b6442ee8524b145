import { signInFormSchema } from '@/server/identity/schema';
import { redirection } from '@/server/platform/auth/answer';
import { homePath, problemPath } from '@/server/platform/auth/paths';
import { isSameOrigin } from '@/server/platform/auth/same-origin';
import { startSignIn } from '@/server/platform/auth/sign-in';

/** The sign-in form: sends the person to the identity provider. Works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const sent = await request.formData().catch(() => new FormData());
  const form = signInFormSchema.parse(Object.fromEntries(sent));
  const to = form.to ?? homePath(form.locale);
  if (!isSameOrigin(request.headers)) return redirection({ location: problemPath(form.locale, to, 'refused'), cookies: [] });
  const context = { locale: form.locale, userAgent: request.headers.get('user-agent'), requestId: request.headers.get('x-request-id') };
  return redirection(await startSignIn(context, { to, switchPerson: form.switch === '1' }));
}
