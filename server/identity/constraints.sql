-- Agency roles name their agency, platform roles name none.
alter table "RoleAssignment" add constraint "RoleAssignment_role_fits_agency"
  check (("role" in ('platform_administrator', 'auditor')) = ("agencyId" is null));

-- The unique index of (userId, role, agencyId) lets platform roles repeat, since NULLs differ.
create unique index "RoleAssignment_platform_role_once" on "RoleAssignment" ("userId", "role") where "agencyId" is null;

-- Sessions are found by SHA-256 in hexadecimal; a raw token must never get there.
alter table "Session" add constraint "Session_tokenHash_is_sha256" check ("tokenHash" ~ '^[0-9a-f]{64}$');

-- A personal identifier is 14 digits.
alter table "User" add constraint "User_pinfl_is_digits" check ("pinfl" ~ '^[0-9]{14}$');
