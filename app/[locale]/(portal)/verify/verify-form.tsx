import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { TextInput } from '@/components/text-input';

/** A GET form: its answer has an address of its own. */
export function VerifyForm({ locale, error, defaultValue }: { locale: string; error?: string | undefined; defaultValue?: string | undefined }) {
  const t = useTranslations('documents.verify');
  const form = useTranslations('common.form');
  return (
    <form action={`/${locale}/verify`} method="get" noValidate className="flex flex-col items-start gap-6">
      <TextInput name="code" label={t('label')} hint={t('hint')} error={error} errorPrefix={form('errorPrefix')} defaultValue={defaultValue} autoComplete="off" autoCapitalize="characters" spellCheck={false} className="w-full" />
      <Button icon="search">{t('button')}</Button>
    </form>
  );
}
