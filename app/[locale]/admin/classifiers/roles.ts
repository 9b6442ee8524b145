export const classifierRoles = ['platform_administrator', 'agency_editor'] as const;
