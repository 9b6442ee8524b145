import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { FileUpload, UploadedFile } from '@/components/file-upload';
import type { FieldOf } from '@/server/forms/schema';
import { numberInWords } from '@/server/platform/i18n/dates';
import { textIn } from '@/server/platform/i18n/text';
import { removeUploadAction } from './actions';
import type { PageView } from './page-view';
import type { Back } from './paths';

type Props = { view: PageView; field: FieldOf<'file'>; from: Back; error: string | undefined };

/** A question answered with files. They are sent to `/api/uploads`, which reads no more than is allowed. */
export async function FilePage({ view, field, from, error }: Props) {
  const { place, page, uploads } = view;
  const { locale } = place;
  const [t, fill, common] = await Promise.all([getTranslations('forms.page'), getTranslations('applications.fill'), getTranslations('common.form')]);
  const facts = t('fileFacts', { types: field.types.join(', ').toUpperCase(), megabytes: numberInWords(field.maxMegabytes, locale) });
  const full = field.maxCount > 1 && uploads.length >= field.maxCount;
  const label = textIn(field.label, locale);
  return (
    <>
      <form action="/api/uploads" method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="service" value={place.serviceId} />
        <input type="hidden" name="draft" value={place.draftId} />
        <input type="hidden" name="page" value={page.id} />
        <input type="hidden" name="from" value={from ?? ''} />
        <input type="hidden" name="seen" value={view.seen} />
        <FileUpload
          name={field.id}
          label={label}
          hint={field.hint && textIn(field.hint, locale)}
          error={error}
          errorPrefix={common('errorPrefix')}
          optional={field.optional}
          optionalLabel={common('optional')}
          heading
          accept={field.types.map((type) => (type === 'jpg' ? '.jpg,.jpeg' : `.${type}`)).join(',')}
          facts={field.maxCount > 1 ? `${facts}. ${t('fileCount', { max: field.maxCount })}` : facts}
        >
          {uploads.length > 0 && (
            <div className="mb-4">
              <h2 className="mb-2 text-h3">{t('files')}</h2>
              {uploads.map((upload) => (
                <UploadedFile
                  key={upload.id}
                  name={upload.name}
                  size={sizeInWords(upload.size, locale)}
                  href={`/api/uploads/${upload.id}`}
                  action={
                    <Button variant="quiet" fit form={`remove-${upload.id}`}>
                      {common('remove')}
                      <span className="sr-only">: {upload.name}</span>
                    </Button>
                  }
                />
              ))}
              {field.maxCount === 1 && <p className="text-muted">{t('replaceFile')}:</p>}
            </div>
          )}
        </FileUpload>
        <div className="mt-8 flex flex-wrap items-center gap-3 max-sm:flex-col max-sm:items-stretch">
          <Button name="then" value="continue">
            {fill('continue')}
          </Button>
          {field.maxCount > 1 && !full && (
            <Button variant="secondary" name="then" value="stay">
              {t('addFile')}
            </Button>
          )}
          <Button variant="quiet" name="then" value="exit">
            {fill('saveExit')}
          </Button>
        </div>
      </form>
      {uploads.map((upload) => (
        <form key={upload.id} id={`remove-${upload.id}`} action={removeUploadAction.bind(null, place, page.id, from, upload.id)} />
      ))}
    </>
  );
}

/** A file's size: megabytes, or kilobytes when it is small. */
export function sizeInWords(bytes: number, locale: PageView['place']['locale']): string {
  const units = locale === 'ru' || locale === 'uz-Cyrl' ? ['КБ', 'МБ'] : ['KB', 'MB'];
  return bytes < 1_048_576 ? `${numberInWords(Math.max(1, Math.round(bytes / 1024)), locale)} ${units[0] ?? ''}` : `${numberInWords(Math.round(bytes / 104_857.6) / 10, locale)} ${units[1] ?? ''}`;
}
