import type { Examples } from '@/components/example';
import { SummaryList } from '@/components/summary-list';

export const examples: Examples = {
  'check your answers': (say) => {
    const change = (hidden: string) => ({ href: '#change', label: say('Oʻzgartirish', 'Изменить', 'Change'), hidden });
    return (
      <SummaryList
        emptyLabel={say('Koʻrsatilmagan', 'Не указано', 'Not provided')}
        rows={[
          { key: say('Familiya, ism, sharif', 'Фамилия, имя, отчество', 'Full name'), value: say('Karimova Dilnoza Oybek qizi', 'Каримова Дилноза Ойбек кизи', 'Karimova Dilnoza Oybek qizi'), action: change(say('ismni', 'имя', 'name')) },
          { key: say('Tugʻilgan sana', 'Дата рождения', 'Date of birth'), value: say('1991-yil 27-mart', '27 марта 1991 г.', '27 March 1991'), action: change(say('sanani', 'дату', 'date of birth')) },
          { key: say('Qoʻshimcha telefon', 'Дополнительный телефон', 'Second phone'), action: change(say('telefonni', 'телефон', 'phone')) },
        ]}
      />
    );
  },
  facts: (say) => (
    <SummaryList
      plain
      rows={[
        { key: say('Muddati', 'Срок', 'Time'), value: say('5 ish kuni', '5 рабочих дней', '5 working days') },
        { key: say('Toʻlov', 'Стоимость', 'Fee'), value: say('Bepul', 'Бесплатно', 'Free') },
      ]}
    />
  ),
};
