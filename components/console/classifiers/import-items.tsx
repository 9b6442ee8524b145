'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { FileUpload } from '@/components/file-upload';
import { Refusal } from '../refusal';
import { ImportProblems } from './problems';
import { useImport } from './use-import';

/** Chooses a file for the draft. A file with something wrong changes nothing, and all of it is listed. */
export function ImportItems({ classifierId, revision }: { classifierId: string; revision: number | null }) {
  const t = useTranslations('classifiers.edit');
  const common = useTranslations('common.form');
  const work = useImport((items) => t('imported', { count: items }));
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const file = new FormData(form).get('items');
          if (work.sending) return;
          if (!(file instanceof File) || file.name === '') {
            work.clear();
            work.fail(t('chooseFile'));
            return;
          }
          void work.send(`/api/admin/classifiers/${classifierId}/draft?revision=${revision ?? ''}`, file).then(() => form.reset());
        }}
      >
        <Refusal act={work} />
        <FileUpload name="items" label={t('file')} hint={t('fileHint')} accept=".csv,.tsv,.txt,.xlsx,.json" facts={t('fileFacts')} errorPrefix={common('errorPrefix')} />
        <Button className="mt-4" variant={revision === null ? 'primary' : 'secondary'} icon="upload" disabled={work.sending}>
          {work.sending ? t('reading') : revision === null ? t('import') : t('importAgain')}
        </Button>
      </form>
      {work.problems && <ImportProblems problems={work.problems} />}
    </>
  );
}
