import type { Examples } from '@/components/example';
import { Panel } from '@/components/panel';

export const examples: Examples = {
  confirmation: (say) => (
    <Panel title={say('Ariza yuborildi', 'Заявление отправлено', 'Application sent')} level={3}>
      {say('Ariza raqami', 'Номер заявления', 'Your number')}
      <br />
      <strong>A-2026-001482</strong>
    </Panel>
  ),
};
