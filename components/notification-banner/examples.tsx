import type { Examples } from '@/components/example';
import { NotificationBanner } from '@/components/notification-banner';

export const examples: Examples = {
  info: (say) => (
    <NotificationBanner id="banner-info" title={say('Muhim', 'Важно', 'Important')}>
      {say('21-mart kuni xizmat 02:00 dan 04:00 gacha ishlamaydi.', '21 марта услуга не работает с 02:00 до 04:00.', 'On 21 March the service is not available from 02:00 to 04:00.')}
    </NotificationBanner>
  ),
  success: (say) => (
    <NotificationBanner id="banner-success" tone="success" title={say('Bajarildi', 'Готово', 'Done')}>
      {say('Oʻzgarishlar saqlandi.', 'Изменения сохранены.', 'Your changes are saved.')}
    </NotificationBanner>
  ),
  warning: (say) => (
    <NotificationBanner id="banner-warning" tone="warning" title={say('Diqqat', 'Внимание', 'Warning')}>
      {say('Pasportingiz muddati 30 kundan keyin tugaydi.', 'Срок вашего паспорта истекает через 30 дней.', 'Your passport expires in 30 days.')}
    </NotificationBanner>
  ),
  danger: (say) => (
    <NotificationBanner id="banner-danger" tone="danger" title={say('Xizmat ishlamayapti', 'Услуга не работает', 'The service is out of order')}>
      {say('Biz buni tuzatyapmiz. Javoblaringiz saqlangan.', 'Мы это исправляем. Ваши ответы сохранены.', 'We are mending it. Your answers are saved.')}
    </NotificationBanner>
  ),
};
