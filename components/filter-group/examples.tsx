import type { Examples } from '@/components/example';
import { ChosenFilters, FilterGroup } from '@/components/filter-group';

export const examples: Examples = {
  facet: (say) => (
    <div className="max-w-72">
      <FilterGroup
        title={say('Kimlar uchun', 'Для кого', 'For whom')}
        chosenLabel={say('tanlangan', 'выбрано', 'chosen')}
        options={[
          { label: say('Fuqarolar', 'Граждане', 'Citizens'), href: '#citizens', chosen: true, count: 214 },
          { label: say('Yakka tartibdagi tadbirkorlar', 'Индивидуальные предприниматели', 'Sole traders'), href: '#traders', chosen: false, count: 97 },
          { label: say('Yuridik shaxslar', 'Юридические лица', 'Companies'), href: '#companies', chosen: false, count: 153 },
        ]}
      />
    </div>
  ),
  chosen: (say) => <ChosenFilters label={say('Tanlangan filtrlar', 'Выбранные фильтры', 'Chosen filters')} removeLabel={say('Olib tashlash', 'Убрать', 'Remove')} options={[{ label: say('Fuqarolar', 'Граждане', 'Citizens'), href: '#1' }, { label: say('Bepul', 'Бесплатно', 'Free'), href: '#2' }]} clear={{ href: '#clear', label: say('Tozalash', 'Сбросить', 'Clear') }} />,
};
