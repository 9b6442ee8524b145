import type { Examples } from '@/components/example';
import { PageSkeleton } from '@/components/skeleton';

export const examples: Examples = {
  page: (say) => <PageSkeleton label={say('Yuklanmoqda…', 'Загрузка…', 'Loading…')} rows={2} />,
};
