'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { showToast } from '@/components/toast';

/** A signing secret, this once. */
export function ShownSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations('registerFeed.secret');
  const common = useTranslations('common.notice');
  return (
    <Dialog id="secret" title={t('title')} closeLabel={common('close')} open onClose={onClose} actions={<Button type="button" onClick={onClose}>{t('done')}</Button>}>
      <p>{t('text')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <code className="min-w-0 rounded-md bg-subtle px-3 py-2 wrap-anywhere select-all">{secret}</code>
        <Button type="button" variant="secondary" fit onClick={() => void navigator.clipboard.writeText(secret).then(() => showToast(t('copied')))}>
          {t('copy')}
        </Button>
      </div>
    </Dialog>
  );
}
