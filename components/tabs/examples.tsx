import type { Examples } from '@/components/example';
import { Tabs } from '@/components/tabs';

export const examples: Examples = {
  plain: (say) => (
    <Tabs
      label={say('Arizalar', 'Заявления', 'Applications')}
      items={[
        { label: say('Faol', 'Активные', 'Active'), href: '#active', current: true, count: 3 },
        { label: say('Yakunlangan', 'Завершённые', 'Finished'), href: '#finished', count: 12 },
        { label: say('Qoralamalar', 'Черновики', 'Drafts'), href: '#drafts' },
      ]}
    />
  ),
};
