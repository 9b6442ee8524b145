'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { Button, ButtonLink } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { NotificationBanner } from '@/components/notification-banner';
import { showToast } from '@/components/toast';
import type { Passport } from '@/server/catalogue/schema';
import { failureOf, useFailureWords } from '../failure';
import { Refusal } from '../refusal';
import { useTRPCClient } from '../trpc';
import { Conflict, type Rival } from './conflict';
import { same } from './difference';
import { editedLanguages, fromForm, readForm, toForm, type EditedLanguage, type PassportForm, type Problem } from './form';
import { useDraftLock, useKeptWork } from './keeping';
import { LanguageChoice } from './language-choice';
import { EditorContext } from './localized-field';
import { useProblemWords } from './problem-words';
import { LawPart, MainPart, ProcedurePart, ResultPart, SearchPart, TermsPart } from './sections';

export type EditedDraft = { passport: Passport; revision: number };
type Props = { serviceId: string; draft: EditedDraft; /** What the reader had typed and not saved. */ work: PassportForm | null; links: { preview: string; service: string } };

/** Warns before the page is left with work that is not saved. */
function useLeaveWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}

/** Edits the draft of a passport. What was typed stays until it is saved, whatever the server answers. */
export function PassportEditor({ serviceId, draft, work, links }: Props) {
  const t = useTranslations('console.editor');
  const common = useTranslations('common.form');
  const client = useTRPCClient();
  const words = useFailureWords();
  const problemWords = useProblemWords();
  const [base, setBase] = useState(draft);
  const [form, setForm] = useState<PassportForm>(() => work ?? toForm(draft.passport));
  const { holder, takeOver } = useDraftLock(serviceId);
  const [languages, setLanguages] = useState<readonly EditedLanguage[]>(['uz', 'ru', 'en']);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [rival, setRival] = useState<Rival | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const dirty = useMemo(() => !same(fromForm(form), base.passport), [form, base]);
  const kept = useKeptWork({ serviceId, revision: base.revision, form, dirty, held: holder?.mine === true });
  useLeaveWarning(dirty && kept !== 'kept');
  const set = (change: Partial<PassportForm>) => setForm((current) => ({ ...current, ...change }));

  async function refused(problem: unknown) {
    if (failureOf(problem)?.key !== 'catalogue.errors.changed') {
      setError(words(problem));
      return;
    }
    // Somebody else saved, published or discarded the draft: see what they did.
    const { draft: theirs, published } = await client.catalogue.versions.query(serviceId);
    const now = theirs ?? published;
    if (now) setRival({ passport: now.passport, author: now.authorName, at: now.publishedAt ?? now.updatedAt, revision: theirs?.revision ?? null });
    else setError(words(problem));
  }

  async function save() {
    const reading = readForm(form);
    setProblems(reading.problems);
    setError(null);
    if (reading.passport === null) {
      // What is wrong must not be in a language that is hidden.
      setLanguages((shown) => editedLanguages.filter((language) => language !== 'uz-Cyrl' || shown.includes(language)));
      return;
    }
    setSaving(true);
    try {
      const { revision } = await client.catalogue.saveDraft.mutate({ serviceId, revision: base.revision, passport: reading.passport });
      setBase({ passport: reading.passport, revision });
      showToast(t('saved'));
    } catch (problem) {
      await refused(problem).catch((again: unknown) => setError(words(again)));
    } finally {
      setSaving(false);
    }
  }

  async function adopt(theirs: Rival, passport: Passport) {
    try {
      const revision = theirs.revision ?? (await client.catalogue.openDraft.mutate(serviceId)).revision;
      setBase({ passport: theirs.passport, revision });
      setForm(toForm(passport));
      setRival(null);
      showToast(t('conflict.adopted'), 'neutral');
    } catch (problem) {
      setError(words(problem));
    }
  }

  const view = useMemo(() => ({ languages, errors: new Map(problems.map((problem) => [problem.id, problemWords(problem).short])) }), [languages, problems, problemWords]);
  if (rival) return <Conflict base={base.passport} mine={readForm(form).passport ?? base.passport} rival={rival} onAdopt={(passport) => void adopt(rival, passport)} error={error} />;
  return (
    <EditorContext value={view}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary title={common('errorTitle')} errors={problems.map((problem) => ({ name: problem.id, message: problemWords(problem).full }))} />
        <Refusal act={{ error, clear: () => setError(null) }} />
        {holder?.mine === false && (
          <NotificationBanner title={t('lock.title', { name: holder.name })} tone="warning" live>
            <p className="mb-3 max-w-prose">{t('lock.text')}</p>
            <Button type="button" variant="secondary" fit onClick={takeOver}>
              {t('lock.takeOver')}
            </Button>
          </NotificationBanner>
        )}
        {work && (
          <NotificationBanner title={t('work.title')}>
            <p className="mb-3 max-w-prose">{t('work.text')}</p>
            <Button type="button" variant="secondary" fit onClick={() => setForm(toForm(base.passport))}>
              {t('work.drop')}
            </Button>
          </NotificationBanner>
        )}
        <div className="sticky top-0 z-30 -mx-4 mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-canvas px-4 py-2 lg:-mx-8 lg:px-8">
          <LanguageChoice shown={languages} onChange={setLanguages} />
          <span role="status" className={dirty ? 'font-semibold text-warning' : 'text-muted'}>
            {dirty ? t(kept === 'kept' ? 'kept' : 'unsaved') : t('allSaved')}
          </span>
          <div className="ml-auto flex flex-wrap gap-2">
            <ButtonLink variant="quiet" fit icon="eye" href={links.preview} target="_blank">
              {t('preview')}
            </ButtonLink>
            <ButtonLink variant="secondary" fit href={links.service}>
              {t('toService')}
            </ButtonLink>
            <Button fit disabled={saving || holder?.mine === false}>
              {saving ? t('saving') : t('save')}
            </Button>
          </div>
        </div>
        <div className="flex flex-col gap-8">
          <MainPart form={form} set={set} />
          <ProcedurePart form={form} set={set} />
          <TermsPart form={form} set={set} />
          <ResultPart form={form} set={set} />
          <LawPart form={form} set={set} />
          <SearchPart form={form} set={set} />
        </div>
      </form>
    </EditorContext>
  );
}
