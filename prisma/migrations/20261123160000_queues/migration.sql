-- What queues and figures filter by stands in the case itself, so that they read one table.
alter table "Case" add column "serviceId" text not null default '';
alter table "Case" add column "applicant" text not null default '';
update "Case" c set "serviceId" = a."serviceId", "applicant" = lower(a."applicantName") from "Application" a where a."id" = c."applicationId";

create index "Case_applicant_trigrams" on "Case" using gin ("applicant" gin_trgm_ops);
create index "Case_closed" on "Case" ("agencyId", "closedAt" desc, "id" desc) where "closedAt" is not null;
create index "Case_officer_open" on "Case" ("officerId", "dueOn", "id") where "closedAt" is null;
create index "Case_officer_closed" on "Case" ("officerId", "closedAt") where "closedAt" is not null;

-- Figures of a period, without reading the table itself.
drop index "Case_openedAt_idx";
create index "Case_openedAt_idx" on "Case" ("openedAt", "id") include ("agencyId", "serviceId", "state", "dueOn", "pausedAt", "closedAt");

-- The audit trail is searched by what was done and by who did it.
create index "AuditEntry_action_id_idx" on "AuditEntry" ("action", "id");
create index "AuditEntry_actorName_prefix" on "AuditEntry" (lower("actorName") text_pattern_ops, "id");
