import type { Examples } from '@/components/example';
import { Stepper } from '@/components/stepper';

export const examples: Examples = {
  plain: (say) => (
    <Stepper
      label={say('Ariza bosqichlari', 'Этапы заявления', 'Stages of the application')}
      current={1}
      words={{ done: say('bajarildi', 'пройден', 'completed'), current: say('hozirgi', 'текущий', 'current') }}
      steps={[
        { label: say('Ariza berildi', 'Заявление подано', 'Application sent'), href: '#sent' },
        { label: say('Koʻrib chiqilmoqda', 'Рассматривается', 'Under review') },
        { label: say('Toʻlov', 'Оплата', 'Payment') },
        { label: say('Natija', 'Результат', 'Result') },
      ]}
    />
  ),
};
