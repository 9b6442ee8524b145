'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';

/** Shows a secret the only time it can be shown. */
export function SecretDialog({ code, secret, onClose }: { code: string; secret: string; onClose: () => void }) {
  const t = useTranslations('registers.clients');
  const common = useTranslations('common');
  return (
    <Dialog id="client-secret" title={`${t('secret')}: ${code}`} closeLabel={common('notice.close')} open onClose={onClose}>
      <p className="mb-4 max-w-prose">{t('secretText')}</p>
      <label htmlFor="secret" className="block font-semibold">
        {t('secret')}
      </label>
      <input id="secret" readOnly value={secret} onFocus={(event) => event.currentTarget.select()} className="control mt-1 mb-5 font-mono" />
      <Button type="button" onClick={onClose}>
        {t('done')}
      </Button>
    </Dialog>
  );
}
