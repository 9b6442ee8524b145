import type { Examples } from '@/components/example';
import { ErrorSummary } from '@/components/error-summary';

export const examples: Examples = {
  plain: (say) => (
    <ErrorSummary
      focus={false}
      title={say('Xatolarni tuzating', 'Исправьте ошибки', 'There is a problem')}
      errors={[
        { name: 'pinfl', message: say('JShShIR 14 ta raqamdan iborat boʻlishi kerak', 'ПИНФЛ должен состоять из 14 цифр', 'The personal number must have 14 digits') },
        { name: 'issued', message: say('Oy 1 dan 12 gacha boʻlishi kerak', 'Месяц должен быть от 1 до 12', 'The month must be from 1 to 12') },
        { message: say('Ariza yuborilmadi. Bir ozdan keyin urinib koʻring.', 'Заявление не отправлено. Попробуйте чуть позже.', 'The application was not sent. Try again in a while.') },
      ]}
    />
  ),
};
