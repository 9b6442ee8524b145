import type { Examples } from '@/components/example';
import { Card, CardGrid, ServiceCard } from '@/components/card';
import { Tag } from '@/components/tag';

export const examples: Examples = {
  spheres: (say) => (
    <CardGrid>
      <li>
        <Card level={3} icon="family" href="#family" title={say('Oila va bolalar', 'Семья и дети', 'Family and children')}>
          {say('Tugʻilish, nikoh, farzandlikka olish, nafaqalar', 'Рождение, брак, усыновление, пособия', 'Birth, marriage, adoption, child benefits')}
        </Card>
      </li>
      <li>
        <Card level={3} icon="transport" href="#transport" title={say('Transport va yoʻl harakati', 'Транспорт и дорожное движение', 'Transport and driving')}>
          {say('Haydovchilik guvohnomasi, avtoraqamlar, jarimalar', 'Водительские права, автономера, штрафы', 'Driving licence, number plates, fines')}
        </Card>
      </li>
      <li>
        <Card level={3} compact icon="key" href="#moving" title={say('Yangi joyga koʻchish', 'Переезд', 'Moving house')}>
          {say('Yashash joyi boʻyicha roʻyxatdan oʻtish', 'Регистрация по месту жительства', 'Registering your new address')}
        </Card>
      </li>
    </CardGrid>
  ),
  service: (say) => (
    <CardGrid columns={2}>
      <li>
        <ServiceCard
          level={3}
          href="#service"
          title={say('Sudlanganlik mavjudligi yoki mavjud emasligi haqida maʼlumotnoma', 'Справка о наличии или отсутствии судимости', 'Criminal record certificate')}
          summary={say('Ishga kirish yoki chet elga chiqish uchun elektron maʼlumotnoma.', 'Электронная справка для работы или выезда за границу.', 'An electronic certificate for work or travel abroad.')}
          agency={say('Ichki ishlar vazirligi', 'Министерство внутренних дел', 'Ministry of Internal Affairs')}
          fee={say('Bepul', 'Бесплатно', 'Free')}
          term={say('1 ish kuni', '1 рабочий день', '1 working day')}
          tag={<Tag tone="success">{say('Onlayn', 'Онлайн', 'Online')}</Tag>}
        />
      </li>
      <li>
        <ServiceCard level={3} href="#service-2" title={say('Uyni qayd etish', 'Регистрация дома', 'Registering a house')} fee={say('85 000 soʻm', '85 000 сум', '85,000 soum')} term={say('7 ish kuni', '7 рабочих дней', '7 working days')} />
      </li>
    </CardGrid>
  ),
};
