import type { Examples } from '@/components/example';
import { StatRow, StatTile } from '@/components/stat-tile';

export const examples: Examples = {
  row: (say) => (
    <StatRow>
      <StatTile label={say('Bugungi arizalar', 'Заявления за сегодня', 'Applications today')} value={say('12 480', '12 480', '12,480')} change={{ label: say('kechagidan 8 % koʻp', 'на 8 % больше вчерашнего', '8% more than yesterday'), direction: 'up' }} />
      <StatTile label={say('Muddatida bajarilgan', 'Исполнено в срок', 'Done in time')} value={say('96,4 %', '96,4 %', '96.4%')} change={{ label: say('2 % ga oshdi', 'рост на 2 %', 'up by 2%'), direction: 'up', tone: 'good' }} />
      <StatTile label={say('Muddati oʻtgan', 'Просрочено', 'Overdue')} value="37" href="#overdue" change={{ label: say('5 taga koʻp', 'на 5 больше', '5 more'), direction: 'up', tone: 'bad' }} />
      <StatTile label={say('Oʻrtacha baho', 'Средняя оценка', 'Average rating')} value={say('4,6', '4,6', '4.6')} note={say('3 120 ta bahodan', 'из 3 120 оценок', 'of 3,120 ratings')} />
    </StatRow>
  ),
};
