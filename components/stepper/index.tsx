import clsx from 'clsx';
import { Icon } from '@/components/icon';

export type Step = { label: string; href?: string | undefined };

export type StepperProps = {
  label: string;
  steps: readonly Step[];
  /** Index of the step one is at. */
  current: number;
  words: { done: string; current: string };
};

/** How far one is in something with few known stages. On a phone the labels of the other steps give way. */
export function Stepper({ label, steps, current, words }: StepperProps) {
  return (
    <nav aria-label={label} className="mb-8">
      <ol className="flex">
        {steps.map((step, index) => {
          const done = index < current;
          const here = index === current;
          return (
            <li key={step.label} aria-current={here ? 'step' : undefined} className="group relative min-w-0 flex-1">
              <span aria-hidden="true" className={clsx('absolute top-3.5 left-0 h-0.5 w-full group-last:hidden', done ? 'bg-accent' : 'bg-line')} />
              <span
                aria-hidden="true"
                className={clsx(
                  'relative grid size-7 place-items-center rounded-full border-2 text-[0.875rem] font-semibold tabular-nums',
                  done && 'border-accent bg-accent text-on-accent',
                  here && 'border-accent bg-canvas text-accent',
                  !done && !here && 'border-line-strong bg-canvas text-muted',
                )}
              >
                {done ? <Icon name="check" size={16} /> : index + 1}
              </span>
              <span className={clsx('mt-2 block pr-3 text-[0.9375em] leading-snug', here ? 'font-semibold' : 'text-muted', 'max-sm:sr-only')}>
                {step.href && done ? (
                  <a href={step.href} className="link">
                    {step.label}
                  </a>
                ) : (
                  step.label
                )}
                {(done || here) && <span className="sr-only">, {done ? words.done : words.current}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      <p aria-hidden="true" className="mt-3 font-semibold sm:hidden">
        {current + 1}/{steps.length} · {steps[current]?.label}
      </p>
    </nav>
  );
}
