import type { Examples } from '@/components/example';
import { EmptyState } from '@/components/empty-state';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';

const rows = [
  { number: 'A-2026-001482', days: 2, state: 'info' },
  { number: 'A-2026-001417', days: 5, state: 'success' },
  { number: 'A-2026-001390', days: 0, state: 'danger' },
] as const;

export const examples: Examples = {
  'sorted by links': (say) => (
    <Table
      caption={say('Arizalarim', 'Мои заявления', 'My applications')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { key: 'number', header: say('Raqami', 'Номер', 'Number'), rowHeader: true, cell: (row) => row.number, sort: { href: '#by-number', direction: 'descending' } },
        { key: 'service', header: say('Xizmat', 'Услуга', 'Service'), cell: () => say('Sudlanganlik haqida maʼlumotnoma', 'Справка о судимости', 'Criminal record certificate') },
        { key: 'days', header: say('Qolgan kunlar', 'Осталось дней', 'Days left'), numeric: true, cell: (row) => row.days, sort: { href: '#by-days' } },
        { key: 'state', header: say('Holati', 'Состояние', 'State'), cell: (row) => <Tag tone={row.state}>{row.state === 'success' ? say('Tayyor', 'Готово', 'Ready') : row.state === 'danger' ? say('Muddati oʻtgan', 'Просрочено', 'Overdue') : say('Koʻrib chiqilmoqda', 'Рассматривается', 'Under review')}</Tag> },
      ]}
    />
  ),
  'dense, scrolling': (say) => (
    <Table
      dense
      narrow="scroll"
      caption={say('Almashinuv jurnali', 'Журнал обмена', 'Exchange log')}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { key: 'number', header: say('Xabar', 'Сообщение', 'Message'), rowHeader: true, cell: (row) => row.number },
        { key: 'client', header: say('Mijoz', 'Клиент', 'Client'), cell: () => 'UZ/GOV/100200/pension' },
        { key: 'service', header: say('Xizmat', 'Сервис', 'Service'), cell: () => 'persons.get' },
        { key: 'days', header: say('ms', 'мс', 'ms'), numeric: true, cell: (row) => row.days * 17 + 4 },
      ]}
    />
  ),
  empty: (say) => (
    <Table caption={say('Jarimalar', 'Штрафы', 'Fines')} rows={[] as { id: string }[]} rowKey={(row) => row.id} columns={[{ key: 'id', header: say('Raqami', 'Номер', 'Number'), cell: (row) => row.id }]} empty={<div className="mt-4"><EmptyState as="h3" icon="check-circle" title={say('Jarimalar yoʻq', 'Штрафов нет', 'No fines')} /></div>} />
  ),
};
