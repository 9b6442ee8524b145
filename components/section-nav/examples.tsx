import type { Examples } from '@/components/example';
import { SectionNav } from '@/components/section-nav';

export const examples: Examples = {
  plain: (say) => (
    <div className="max-w-72">
      <SectionNav
        label={say('Shu sahifada', 'На этой странице', 'On this page')}
        title={say('Shu sahifada', 'На этой странице', 'On this page')}
        items={[
          { label: say('Kim murojaat qilishi mumkin', 'Кто может обратиться', 'Who can apply'), href: '#who', current: true },
          { label: say('Kerakli hujjatlar', 'Нужные документы', 'What you need'), href: '#needed' },
          { label: say('Toʻlov va muddat', 'Стоимость и срок', 'Fee and time'), href: '#fee' },
        ]}
      />
    </div>
  ),
};
