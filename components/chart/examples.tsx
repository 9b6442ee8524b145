import type { Examples } from '@/components/example';
import type { Say } from '@/components/example';
import { BarChart, ColumnChart, LineChart } from '@/components/chart';

const words = (say: Say) => ({ table: say('Maʼlumotlar jadvali', 'Данные таблицей', 'Data as a table'), category: say('Toifa', 'Категория', 'Category') });
const format = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
const months = (say: Say) => say('Yan Fev Mar Apr May Iyn Iyl Avg Sen Okt Noy Dek', 'Янв Фев Мар Апр Май Июн Июл Авг Сен Окт Ноя Дек', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec').split(' ');

export const examples: Examples = {
  bars: (say) => (
    <BarChart
      id="chart-bars"
      title={say('Eng koʻp soʻralgan xizmatlar', 'Самые востребованные услуги', 'Most requested services')}
      description={say('Sudlanganlik haqidagi maʼlumotnoma birinchi oʻrinda.', 'На первом месте справка о судимости.', 'The criminal record certificate leads.')}
      categories={[say('Sudlanganlik haqida maʼlumotnoma', 'Справка о судимости', 'Criminal record certificate'), say('Bolani bogʻchaga joylashtirish', 'Запись ребёнка в детский сад', 'Kindergarten place'), say('Yashash joyi boʻyicha roʻyxatdan oʻtish', 'Регистрация по месту жительства', 'Registering an address')]}
      series={[{ label: say('Arizalar', 'Заявления', 'Applications'), values: [18240, 12110, 7460] }]}
      format={format}
      words={words(say)}
    />
  ),
  columns: (say) => (
    <ColumnChart
      id="chart-columns"
      title={say('Arizalar oylar boʻyicha', 'Заявления по месяцам', 'Applications by month')}
      description={say('Onlayn arizalar ulushi yil davomida oʻsdi.', 'Доля онлайн-заявлений за год выросла.', 'The share of online applications grew over the year.')}
      categories={months(say)}
      series={[
        { label: say('Onlayn', 'Онлайн', 'Online'), values: [310, 330, 420, 450, 470, 430, 400, 460, 560, 590, 600, 640] },
        { label: say('Markazda', 'В центре', 'At a centre'), values: [290, 280, 310, 300, 280, 250, 220, 230, 240, 220, 200, 190] },
      ]}
      format={format}
      words={words(say)}
    />
  ),
  lines: (say) => (
    <LineChart
      id="chart-lines"
      title={say('Koʻrib chiqish muddati, kun', 'Срок рассмотрения, дней', 'Days to a decision')}
      description={say('Muddat ikkala idorada ham qisqardi.', 'Срок сократился в обоих ведомствах.', 'It became shorter in both agencies.')}
      categories={months(say)}
      series={[
        { label: say('Adliya vazirligi', 'Министерство юстиции', 'Ministry of Justice'), values: [9, 8.6, 8.2, 8, 7.1, 6.9, 6.5, 6, 5.6, 5.2, 5, 4.6] },
        { label: say('Soliq qoʻmitasi', 'Налоговый комитет', 'Tax Committee'), values: [6, 6.2, 6, 5.4, 5.1, 4.4, 4.6, 4, 3.6, 3.7, 3.1, 2.9] },
      ]}
      format={(value) => value.toFixed(1)}
      formatTick={String}
      words={words(say)}
    />
  ),
  area: (say) => (
    <LineChart filled id="chart-area" title={say('Kunlik tashriflar', 'Посещения за день', 'Visits a day')} description={say('Haftaning boshida tashriflar koʻproq.', 'В начале недели посещений больше.', 'More people come early in the week.')} categories={say('Du Se Ch Pa Ju Sh Ya', 'Пн Вт Ср Чт Пт Сб Вс', 'Mon Tue Wed Thu Fri Sat Sun').split(' ')} series={[{ label: say('Tashriflar', 'Посещения', 'Visits'), values: [42100, 40800, 38700, 36200, 31900, 18400, 16100] }]} format={format} words={words(say)} />
  ),
};
