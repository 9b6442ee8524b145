import type { Examples } from '@/components/example';
import { ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';

export const examples: Examples = {
  'with a way on': (say) => (
    <EmptyState as="h3" title={say('Hali ariza bermagansiz', 'Вы ещё не подавали заявлений', 'You have no applications yet')} actions={<ButtonLink href="#catalogue">{say('Xizmatni topish', 'Найти услугу', 'Find a service')}</ButtonLink>}>
      {say('Yuborgan arizalaringiz va ularning holati shu yerda koʻrinadi.', 'Здесь будут ваши заявления и их состояние.', 'What you send, and how far it is, will be here.')}
    </EmptyState>
  ),
  offline: (say) => (
    <EmptyState as="h3" icon="offline" title={say('Internet aloqasi yoʻq', 'Нет соединения с интернетом', 'You are offline')}>
      {say('Aloqani tekshiring va sahifani yangilang.', 'Проверьте соединение и обновите страницу.', 'Check your connection and reload the page.')}
    </EmptyState>
  ),
};
