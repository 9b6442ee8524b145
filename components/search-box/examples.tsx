import type { Examples } from '@/components/example';
import { SearchBox } from '@/components/search-box';

export const examples: Examples = {
  medium: (say) => <SearchBox action="#search" id="search-m" label={say('Xizmatni qidirish', 'Поиск услуги', 'Search for a service')} buttonLabel={say('Qidirish', 'Найти', 'Search')} />,
  'large, with suggestions': (say) => (
    <SearchBox action="#search" id="search-l" size="l" hiddenLabel label={say('Portalda qidirish', 'Поиск по порталу', 'Search the portal')} placeholder={say('Masalan, pasport', 'Например, паспорт', 'For example, passport')} buttonLabel={say('Qidirish', 'Найти', 'Search')} source="/api/suggest" words={{ list: say('Takliflar', 'Подсказки', 'Suggestions'), results: say('Takliflar: {count}', 'Подсказок: {count}', 'Suggestions: {count}'), none: say('Taklif yoʻq', 'Подсказок нет', 'No suggestions') }} />
  ),
};
