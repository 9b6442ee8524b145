import type { Examples } from '@/components/example';
import { InsetText, WarningText } from '@/components/inset-text';

export const examples: Examples = {
  inset: (say) => <InsetText>{say('Maʼlumotnoma berilgan kundan boshlab 30 kun amal qiladi.', 'Справка действительна 30 дней со дня выдачи.', 'The certificate is valid for 30 days from its issue.')}</InsetText>,
  warning: (say) => <WarningText prefix={say('Diqqat', 'Внимание', 'Warning')}>{say('10 kun ichida roʻyxatdan oʻtmaganlar jarimaga tortiladi.', 'Тем, кто не зарегистрируется за 10 дней, грозит штраф.', 'You can be fined if you do not register within 10 days.')}</WarningText>,
};
