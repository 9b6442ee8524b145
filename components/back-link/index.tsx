import { Icon } from '@/components/icon';

/** Back to the step before, at the top of a form's page. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <div className="no-print py-3 text-[0.9375em]">
      <a href={href} className="inline-flex min-h-11 items-center gap-1 text-accent underline-offset-4 hover:text-accent-hover hover:underline">
        <Icon name="chevron-left" size={20} className="-ml-1.5" />
        {children}
      </a>
    </div>
  );
}
