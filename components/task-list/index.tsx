import type { ReactNode } from 'react';
import { Tag, type TagTone } from '@/components/tag';

export type TaskItem = {
  id: string;
  title: ReactNode;
  hint?: ReactNode;
  /** Absent: cannot be started yet. */
  href?: string | undefined;
  /** `done` is plain text, so that what is left to do stands out. */
  status: { label: string; tone?: TagTone | 'done' | undefined };
};

/** The parts of a long application and how far each is. */
export function TaskList({ tasks }: { tasks: readonly TaskItem[] }) {
  return (
    <ul className="border-t border-line">
      {tasks.map(({ id, title, hint, href, status }) => (
        <li key={id} className="relative flex items-start gap-4 border-b border-line px-2 py-3 has-[a:hover]:bg-subtle sm:px-3">
          <div className="min-w-0 flex-1">
            {href ? (
              <a href={href} className="link stretched inline-block py-0.5 font-medium" aria-describedby={`task-${id}-status`}>
                {title}
              </a>
            ) : (
              <span className="inline-block py-0.5">{title}</span>
            )}
            {hint && <div className="text-muted">{hint}</div>}
          </div>
          <div id={`task-${id}-status`} className="max-w-[45%] shrink-0 pt-0.5 text-right">
            {status.tone === 'done' ? status.label : <Tag tone={status.tone}>{status.label}</Tag>}
          </div>
        </li>
      ))}
    </ul>
  );
}
