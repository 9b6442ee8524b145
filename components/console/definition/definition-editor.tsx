'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Details } from '@/components/details';
import { ErrorSummary, type ErrorItem } from '@/components/error-summary';
import { Select, type SelectOption } from '@/components/select';
import { Tag } from '@/components/tag';
import { Textarea } from '@/components/textarea';
import { TextInput } from '@/components/text-input';
import { showToast } from '@/components/toast';
import type { Evolution } from '@/server/registers/engine-evolution';
import { definitionSchema, type DefinitionInput, type DefinitionProblem } from '@/server/registers/schema-definition';
import { useFailureWords } from '../failure';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { WhenReady } from '../when-ready';
import { FieldEditor } from './field-editor';
import { emptyDefinition, fromEdited, newField, stepsOf, toEdited, type Edited } from './state';

type Props = { before: DefinitionInput | null; seen: string; agencies: readonly SelectOption[]; classifiers: readonly SelectOption[]; registers: readonly SelectOption[]; registersPath: string };

const languages = ['uz', 'ru', 'en'] as const;

/** Makes a register, or lets one evolve, without code. What was entered stays until it is published. */
export function DefinitionEditor({ before, seen, agencies, classifiers, registers, registersPath }: Props) {
  const t = useTranslations('registers.editor');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const router = useRouter();
  const words = useFailureWords();
  const [edited, setEdited] = useState<Edited>(() => (before ? toEdited(before) : emptyDefinition()));
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<ErrorItem[]>([]);
  const [changes, setChanges] = useState<Evolution[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [json, setJson] = useState('');
  const problem = ({ at, reason, field }: DefinitionProblem): ErrorItem => ({ name: at === 'fields' || reason === 'unknownField' ? 'fields' : 'fields', message: t(`problems.${reason}`, { field }) });

  function read(): DefinitionInput | null {
    const parsed = definitionSchema.safeParse(fromEdited(edited));
    setErrors(parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.')))].slice(0, 12).map((path) => ({ name: targetOf(path, edited), message: t('jsonWrong', { place: path }) })));
    return parsed.success ? parsed.data : null;
  }

  async function run(work: (definition: DefinitionInput) => Promise<void>) {
    const definition = read();
    setFailed(null);
    if (!definition) return;
    setSending(true);
    try {
      await work(definition);
    } catch (error) {
      setFailed(words(error));
    } finally {
      setSending(false);
    }
  }

  const preview = () => run(async (definition) => {
    const found = await client.registers.previewEvolution.mutate({ definition, steps: stepsOf(before, edited) });
    setErrors(found.problems.map(problem));
    setChanges(found.changes);
  });
  const publish = () => run(async (definition) => {
    if (note.trim().length < 3) {
      setErrors([{ name: 'note', message: t('note') }]);
      return;
    }
    const outcome = before ? await client.registers.evolve.mutate({ definition, steps: stepsOf(before, edited), note, seen }) : await client.registers.createRegister.mutate({ definition, note });
    if (outcome.outcome === 'refused') {
      setErrors(outcome.problems.map(problem));
      return;
    }
    if (outcome.outcome === 'published') showToast(t('published'));
    if (outcome.outcome === 'migrating') router.refresh();
    else router.push(`${registersPath}/${definition.id}/about`);
  });
  const applyJson = () => {
    try {
      const parsed = definitionSchema.safeParse(JSON.parse(json));
      if (!parsed.success) {
        setErrors([{ name: 'json', message: t('jsonWrong', { place: parsed.error.issues[0]?.path.map(String).join('.') ?? '' }) }]);
        return;
      }
      const known = new Set(before?.fields.map(({ id }) => id));
      const next = toEdited(parsed.data);
      setEdited({ ...next, ...(before && { id: before.id }), fields: next.fields.map((field) => ({ ...field, was: known.has(field.id) ? field.id : null })) });
      setErrors([]);
      showToast(t('jsonApplied'));
    } catch {
      setErrors([{ name: 'json', message: t('jsonWrong', { place: 'JSON' }) }]);
    }
  };

  const localized = (part: 'title' | 'recordName' | 'about') => (
    <div className="grid gap-3 md:grid-cols-3">
      {languages.map((language) => (
        <TextInput key={language} name={`${part}-${language}`} label={t('inLanguage', { label: t(part), language: t(`languages.${language}`) })} width="full" value={edited[part][language]} onChange={(event) => setEdited({ ...edited, [part]: { ...edited[part], [language]: event.target.value } })} />
      ))}
    </div>
  );
  const [basis] = edited.legalBasis;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void publish();
      }}
    >
      <WhenReady>
        <ErrorSummary title={common('errorTitle')} errors={errors} />
        <Refusal act={{ error: failed, clear: () => setFailed(null) }} />
        <section aria-labelledby="general" className="flex flex-col gap-(--field-gap)">
          <h2 id="general">{t('general')}</h2>
          {!before && (
            <>
              <TextInput name="id" label={t('id')} hint={t('idHint')} width="m" autoComplete="off" spellCheck={false} value={edited.id} onChange={(event) => setEdited({ ...edited, id: event.target.value.trim() })} />
              <Select name="ownerAgencyId" label={t('owner')} placeholder="" options={agencies} value={edited.ownerAgencyId} onChange={(event) => setEdited({ ...edited, ownerAgencyId: event.target.value })} />
            </>
          )}
          {localized('title')}
          {localized('recordName')}
          {localized('about')}
          <div className="grid gap-3 md:grid-cols-3">
            {languages.map((language) => (
              <TextInput key={language} name={`legalBasis-${language}`} label={t('inLanguage', { label: t('legalBasis'), language: t(`languages.${language}`) })} width="full" value={basis?.title[language] ?? ''} onChange={(event) => setEdited({ ...edited, legalBasis: [{ ...basis, title: { uz: '', ru: '', en: '', ...basis?.title, [language]: event.target.value } }, ...edited.legalBasis.slice(1)] })} />
            ))}
          </div>
        </section>
        <section aria-labelledby="fields" className="mt-8">
          <h2 id="fields" tabIndex={-1} className="mb-3">
            {t('fields')}
          </h2>
          <div className="flex flex-col gap-3">
            {edited.fields.map((field, index) => (
              <FieldEditor key={field.number} edited={edited} field={field} index={index} onChange={setEdited} classifiers={classifiers} registers={registers} evolving={before !== null} />
            ))}
          </div>
          <Button type="button" variant="secondary" icon="plus" className="mt-3" onClick={() => setEdited({ ...edited, fields: [...edited.fields, newField(Math.max(-1, ...edited.fields.map(({ number }) => number)) + 1)] })}>
            {t('addField')}
          </Button>
        </section>
        <div className="mt-8 [&>details]:max-w-none">
          <Details summary={t('json')}>
            <Textarea name="json" label={t('json')} hint={t('jsonText')} rows={14} spellCheck={false} value={json} onFocus={() => { if (json === '') setJson(JSON.stringify(fromEdited(edited), null, 2)); }} onChange={(event) => setJson(event.target.value)} />
            <Button type="button" variant="secondary" className="mt-3" onClick={applyJson}>
              {t('jsonApply')}
            </Button>
          </Details>
        </div>
        {changes && (
          <section aria-labelledby="changes" className="mt-8">
            <h2 id="changes" className="mb-3">
              {t('changes')}
            </h2>
            {changes.length === 0 ? (
              <p>{t('noChanges')}</p>
            ) : (
              <ul className="flex flex-col gap-2">
                {changes.map(({ kind, field, breaking }) => (
                  <li key={`${kind} ${field}`} className="flex flex-wrap items-center gap-3">
                    <Tag tone={breaking ? 'warning' : 'success'}>{breaking ? t('breaking') : t('compatible')}</Tag>
                    {t(`kinds.${kind}`, { field })}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        <div className="mt-8 flex max-w-2xl flex-col gap-(--field-gap) border-t border-line pt-6">
          <TextInput name="note" label={t('note')} hint={t('noteHint')} value={note} onChange={(event) => setNote(event.target.value)} />
          <div className="flex flex-wrap gap-3">
            <Button disabled={sending}>{sending ? t('publishing') : t('publish')}</Button>
            {before && (
              <Button type="button" variant="secondary" disabled={sending} onClick={() => void preview()}>
                {t('preview')}
              </Button>
            )}
          </div>
        </div>
      </WhenReady>
    </form>
  );
}

/** The box that a place in the definition belongs to. */
function targetOf(path: string, { fields }: Edited): string {
  const [head = '', second = '', third = ''] = path.split('.');
  if (head === 'fields') {
    const number = fields[Number(second)]?.number;
    return number === undefined ? 'fields' : third === 'label' ? `field-${number}-label-uz` : `field-${number}-id`;
  }
  if (head === 'title' || head === 'recordName' || head === 'about') return `${head}-${second === '' ? 'uz' : second}`;
  if (head === 'legalBasis') return 'legalBasis-uz';
  return head === 'id' || head === 'ownerAgencyId' ? head : 'fields';
}
