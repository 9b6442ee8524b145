import type { Examples } from '@/components/example';
import { examples as backLink } from '@/components/back-link/examples';
import { examples as breadcrumbs } from '@/components/breadcrumbs/examples';
import { examples as button } from '@/components/button/examples';
import { examples as card } from '@/components/card/examples';
import { examples as chart } from '@/components/chart/examples';
import { examples as checkboxes } from '@/components/checkboxes/examples';
import { examples as combobox } from '@/components/combobox/examples';
import { examples as dateInput } from '@/components/date-input/examples';
import { examples as details } from '@/components/details/examples';
import { examples as dialog } from '@/components/dialog/examples';
import { examples as emptyState } from '@/components/empty-state/examples';
import { examples as errorSummary } from '@/components/error-summary/examples';
import { examples as fieldset } from '@/components/fieldset/examples';
import { examples as fileUpload } from '@/components/file-upload/examples';
import { examples as filterGroup } from '@/components/filter-group/examples';
import { examples as icon } from '@/components/icon/examples';
import { examples as insetText } from '@/components/inset-text/examples';
import { examples as link } from '@/components/link/examples';
import { examples as moneyInput } from '@/components/money-input/examples';
import { examples as notificationBanner } from '@/components/notification-banner/examples';
import { examples as numberInput } from '@/components/number-input/examples';
import { examples as pageHeader } from '@/components/page-header/examples';
import { examples as pagination } from '@/components/pagination/examples';
import { examples as panel } from '@/components/panel/examples';
import { examples as radios } from '@/components/radios/examples';
import { examples as searchBox } from '@/components/search-box/examples';
import { examples as sectionNav } from '@/components/section-nav/examples';
import { examples as select } from '@/components/select/examples';
import { examples as skeleton } from '@/components/skeleton/examples';
import { examples as statTile } from '@/components/stat-tile/examples';
import { examples as stepper } from '@/components/stepper/examples';
import { examples as submitButton } from '@/components/submit-button/examples';
import { examples as summaryList } from '@/components/summary-list/examples';
import { examples as table } from '@/components/table/examples';
import { examples as tabs } from '@/components/tabs/examples';
import { examples as tag } from '@/components/tag/examples';
import { examples as taskList } from '@/components/task-list/examples';
import { examples as textInput } from '@/components/text-input/examples';
import { examples as textarea } from '@/components/textarea/examples';
import { examples as timeline } from '@/components/timeline/examples';
import { examples as toast } from '@/components/toast/examples';

/** Every component that has examples. */
export const catalogue: readonly { name: string; examples: Examples }[] = [
  { name: 'back-link', examples: backLink },
  { name: 'breadcrumbs', examples: breadcrumbs },
  { name: 'button', examples: button },
  { name: 'card', examples: card },
  { name: 'chart', examples: chart },
  { name: 'checkboxes', examples: checkboxes },
  { name: 'combobox', examples: combobox },
  { name: 'date-input', examples: dateInput },
  { name: 'details', examples: details },
  { name: 'dialog', examples: dialog },
  { name: 'empty-state', examples: emptyState },
  { name: 'error-summary', examples: errorSummary },
  { name: 'fieldset', examples: fieldset },
  { name: 'file-upload', examples: fileUpload },
  { name: 'filter-group', examples: filterGroup },
  { name: 'icon', examples: icon },
  { name: 'inset-text', examples: insetText },
  { name: 'link', examples: link },
  { name: 'money-input', examples: moneyInput },
  { name: 'notification-banner', examples: notificationBanner },
  { name: 'number-input', examples: numberInput },
  { name: 'page-header', examples: pageHeader },
  { name: 'pagination', examples: pagination },
  { name: 'panel', examples: panel },
  { name: 'radios', examples: radios },
  { name: 'search-box', examples: searchBox },
  { name: 'section-nav', examples: sectionNav },
  { name: 'select', examples: select },
  { name: 'skeleton', examples: skeleton },
  { name: 'stat-tile', examples: statTile },
  { name: 'stepper', examples: stepper },
  { name: 'submit-button', examples: submitButton },
  { name: 'summary-list', examples: summaryList },
  { name: 'table', examples: table },
  { name: 'tabs', examples: tabs },
  { name: 'tag', examples: tag },
  { name: 'task-list', examples: taskList },
  { name: 'text-input', examples: textInput },
  { name: 'textarea', examples: textarea },
  { name: 'timeline', examples: timeline },
  { name: 'toast', examples: toast },
];
