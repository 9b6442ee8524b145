import type { Examples } from '@/components/example';
import { KeysetPagination, Pagination } from '@/components/pagination';

export const examples: Examples = {
  keyset: (say) => <KeysetPagination label={say('Arizalar sahifalari', 'Страницы заявлений', 'Pages of applications')} previous={{ href: '#before', label: say('Oldingi', 'Назад', 'Previous') }} next={{ href: '#after', label: say('Keyingi', 'Вперёд', 'Next') }} />,
  numbered: (say) => <Pagination label={say('Xizmatlar sahifalari', 'Страницы услуг', 'Pages of services')} page={5} pages={12} href={(page) => `#page-${page}`} previousLabel={say('Oldingi', 'Назад', 'Previous')} nextLabel={say('Keyingi', 'Вперёд', 'Next')} pageLabel={(page) => say(`${page}-sahifa`, `Страница ${page}`, `Page ${page}`)} />,
};
