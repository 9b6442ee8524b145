import clsx from 'clsx';

/** Stands where something is being fetched, as tall as it will be. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={clsx('block h-4 animate-pulse rounded-sm bg-neutral-soft', className)} />;
}

/** A page being fetched (`loading.tsx`): the shape of a heading and text; `label` is spoken. */
export function PageSkeleton({ label, rows = 4 }: { label: string; rows?: number | undefined }) {
  return (
    <div role="status" className="flex flex-col gap-5 py-10">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-9 w-2/3 max-w-md" />
      <Skeleton className="w-full max-w-xl" />
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-16 w-full" />
      ))}
    </div>
  );
}
