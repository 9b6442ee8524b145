import type { Examples } from '@/components/example';
import { Tag } from '@/components/tag';

export const examples: Examples = {
  tones: (say) => (
    <p className="flex flex-wrap gap-3">
      <Tag>{say('Qoralama', 'Черновик', 'Draft')}</Tag>
      <Tag tone="info">{say('Koʻrib chiqilmoqda', 'Рассматривается', 'Under review')}</Tag>
      <Tag tone="success">{say('Tayyor', 'Готово', 'Ready')}</Tag>
      <Tag tone="warning">{say('Hujjat kutilmoqda', 'Ждём документ', 'Waiting for a document')}</Tag>
      <Tag tone="danger">{say('Rad etildi', 'Отказано', 'Refused')}</Tag>
    </p>
  ),
};
