import type { Examples } from '@/components/example';
import { TaskList } from '@/components/task-list';

export const examples: Examples = {
  plain: (say) => (
    <TaskList
      tasks={[
        { id: 'person', title: say('Shaxsiy maʼlumotlar', 'Личные данные', 'Personal details'), href: '#person', status: { label: say('Bajarildi', 'Готово', 'Completed'), tone: 'done' } },
        { id: 'documents', title: say('Hujjatlar', 'Документы', 'Documents'), hint: say('Fotosurat va shartnoma', 'Фотография и договор', 'Photo and contract'), href: '#documents', status: { label: say('Jarayonda', 'В процессе', 'In progress'), tone: 'info' } },
        { id: 'mistake', title: say('Manzil', 'Адрес', 'Address'), href: '#address', status: { label: say('Xato bor', 'Есть ошибка', 'There is a problem'), tone: 'danger' } },
        { id: 'pay', title: say('Toʻlov', 'Оплата', 'Payment'), status: { label: say('Hozircha boshlab boʻlmaydi', 'Пока нельзя начать', 'Cannot start yet') } },
      ]}
    />
  ),
};
