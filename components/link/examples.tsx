import type { Examples } from '@/components/example';
import { Link } from '@/components/link';

export const examples: Examples = {
  'in text': (say) => (
    <p>
      {say('Batafsil maʼlumot', 'Подробнее —', 'Read more in the')} <Link href="#law">{say('qonunda', 'в законе', 'law')}</Link>,{' '}
      <Link href="https://lex.uz">lex.uz</Link>
    </p>
  ),
  quiet: (say) => (
    <Link href="#all" variant="quiet" hidden={say('davlat xizmatlari', 'государственные услуги', 'public services')}>
      {say('Hammasini koʻrish', 'Смотреть все', 'See all')}
    </Link>
  ),
};
