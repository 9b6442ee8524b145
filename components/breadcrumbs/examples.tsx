import type { Examples } from '@/components/example';
import { Breadcrumbs } from '@/components/breadcrumbs';

export const examples: Examples = {
  plain: (say) => <Breadcrumbs label={say('Sahifagacha yoʻl', 'Путь к странице', 'Breadcrumbs')} items={[{ label: say('Bosh sahifa', 'Главная', 'Home'), href: '#home' }, { label: say('Xizmatlar', 'Услуги', 'Services'), href: '#services' }, { label: say('Oila va bolalar', 'Семья и дети', 'Family and children'), href: '#family' }]} />,
};
