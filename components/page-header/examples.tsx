import type { Examples } from '@/components/example';
import { ButtonLink } from '@/components/button';
import { Hero, PageHeader } from '@/components/page-header';
import { SearchBox } from '@/components/search-box';
import { Tag } from '@/components/tag';

export const examples: Examples = {
  page: (say) => (
    <PageHeader
      level={3}
      eyebrow={say('Shaxsiy hujjatlar', 'Личные документы', 'Identity documents')}
      title={say('Xorijga chiqish biometrik pasportini rasmiylashtirish', 'Оформление биометрического паспорта для выезда за границу', 'Biometric passport for travel abroad')}
      lead={say('Chet elga chiqish uchun 10 yil amal qiladigan pasport.', 'Паспорт для поездок за границу сроком на 10 лет.', 'A passport for travel abroad, valid for 10 years.')}
      meta={<Tag tone="success">{say('Onlayn', 'Онлайн', 'Online')}</Tag>}
      actions={
        <ButtonLink href="#apply" iconAfter="arrow-right">
          {say('Ariza berish', 'Подать заявление', 'Apply')}
        </ButtonLink>
      }
    />
  ),
  hero: (say) => (
    <div className="-mx-[clamp(1rem,4vw,2rem)]">
      <Hero level={3} title={say('Qanday xizmat kerak?', 'Какая услуга вам нужна?', 'Which service do you need?')} lead={say('Barcha davlat xizmatlari bir joyda, oʻz tilingizda.', 'Все государственные услуги в одном месте, на вашем языке.', 'Every public service in one place, in your own language.')}>
        <SearchBox id="search-hero" size="l" action="#search" hiddenLabel label={say('Xizmatni izlash', 'Поиск услуг', 'Find a service')} placeholder={say('Masalan, pasport', 'Например, паспорт', 'For example, passport')} buttonLabel={say('Qidirish', 'Найти', 'Search')} />
      </Hero>
    </div>
  ),
};
