import type { Examples } from '@/components/example';
import { DateInput } from '@/components/date-input';

export const examples: Examples = {
  plain: (say) => <DateInput name="birth" label={say('Tugʻilgan sana', 'Дата рождения', 'Date of birth')} hint={say('Masalan, 27 3 1991', 'Например, 27 3 1991', 'For example, 27 3 1991')} labels={{ day: say('Kun', 'День', 'Day'), month: say('Oy', 'Месяц', 'Month'), year: say('Yil', 'Год', 'Year') }} autoComplete="bday" />,
  'one part wrong': (say) => (
    <DateInput name="issued" label={say('Pasport berilgan sana', 'Дата выдачи паспорта', 'When was the passport issued')} labels={{ day: say('Kun', 'День', 'Day'), month: say('Oy', 'Месяц', 'Month'), year: say('Yil', 'Год', 'Year') }} defaultValue={{ day: '12', month: '14', year: '2021' }} invalid={['month']} error={say('Oy 1 dan 12 gacha boʻlishi kerak', 'Месяц должен быть от 1 до 12', 'The month must be from 1 to 12')} />
  ),
};
