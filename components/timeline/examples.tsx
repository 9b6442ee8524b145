import type { Examples } from '@/components/example';
import { Timeline } from '@/components/timeline';

export const examples: Examples = {
  plain: (say) => (
    <Timeline
      events={[
        { id: '1', title: say('Ariza yuborildi', 'Заявление отправлено', 'Application sent'), time: { dateTime: '2026-03-12T09:40', label: say('2026-yil 12-mart, 09:40', '12 марта 2026 г., 09:40', '12 March 2026, 09:40') } },
        { id: '2', title: say('Qoʻshimcha hujjat soʻraldi', 'Запрошен документ', 'A document was asked for'), state: 'current', time: { dateTime: '2026-03-14', label: say('2026-yil 14-mart', '14 марта 2026 г.', '14 March 2026') }, children: say('Ijara shartnomasini yuklang.', 'Загрузите договор аренды.', 'Upload the rental contract.') },
        { id: '3', title: say('Qaror', 'Решение', 'Decision'), state: 'next', time: { dateTime: '2026-03-19', label: say('19-martgacha', 'до 19 марта', 'by 19 March') } },
      ]}
    />
  ),
};
