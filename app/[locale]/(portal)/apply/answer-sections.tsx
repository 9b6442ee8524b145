import { SummaryList } from '@/components/summary-list';
import type { AnswerSection } from '@/server/forms/service';

export type AnswerSectionsProps = {
  sections: readonly AnswerSection[];
  words: { change: string; source: string; empty: string };
  /** Where an answer is changed; null where it cannot be. */
  changeHref?: (pageId: string) => string | null;
};

/** Questions and answers, section by section. */
export function AnswerSections({ sections, words, changeHref }: AnswerSectionsProps) {
  return (
    <div className="flex flex-col gap-10">
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`} className="mb-3">
            {section.title}
          </h2>
          <SummaryList
            emptyLabel={words.empty}
            rows={section.rows.map((row) => {
              const href = changeHref?.(row.pageId) ?? null;
              return {
                key: row.label,
                value: row.value && (
                  <>
                    <span className="whitespace-pre-line">{row.value}</span>
                    {row.fromRegister && <span className="text-muted"> ({words.source})</span>}
                  </>
                ),
                action: href === null ? undefined : { href, label: words.change, hidden: row.label },
              };
            })}
          />
        </section>
      ))}
    </div>
  );
}
