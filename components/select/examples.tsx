import type { Examples } from '@/components/example';
import { Select } from '@/components/select';

export const examples: Examples = {
  plain: (say) => (
    <Select
      name="region"
      label={say('Hudud', 'Регион', 'Region')}
      placeholder={say('Hududni tanlang', 'Выберите регион', 'Choose a region')}
      width="m"
      options={[
        { value: '26', label: say('Toshkent shahri', 'город Ташкент', 'Tashkent city') },
        { value: '18', label: say('Samarqand viloyati', 'Самаркандская область', 'Samarkand region') },
        { value: '35', label: say('Qoraqalpogʻiston Respublikasi', 'Республика Каракалпакстан', 'Republic of Karakalpakstan') },
      ]}
    />
  ),
};
