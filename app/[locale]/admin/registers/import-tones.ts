import type { TagTone } from '@/components/tag';
import type { ImportState } from '@/server/registers/schema-imports';

export const importTones: Record<ImportState, TagTone> = { uploaded: 'neutral', checking: 'info', checked: 'info', importing: 'info', done: 'success', failed: 'danger', cancelled: 'neutral' };
