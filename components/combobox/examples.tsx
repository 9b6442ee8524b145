import type { Examples } from '@/components/example';
import { Combobox } from '@/components/combobox';

export const examples: Examples = {
  plain: (say) => (
    <Combobox name="school" label={say('Maktab', 'Школа', 'School')} hint={say('Nomini yoki raqamini yozing', 'Введите название или номер', 'Type its name or number')} source="/api/suggest" words={{ list: say('Takliflar', 'Подсказки', 'Suggestions'), results: say('Takliflar: {count}', 'Подсказок: {count}', 'Suggestions: {count}'), none: say('Taklif yoʻq', 'Подсказок нет', 'No suggestions') }} />
  ),
};
