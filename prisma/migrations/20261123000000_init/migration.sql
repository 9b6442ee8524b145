create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('submitted', 'in_progress', 'correction_requested', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('new', 'in_progress', 'awaiting_correction', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "VersionState" AS ENUM ('draft', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('agency_editor', 'agency_officer', 'agency_manager', 'platform_administrator', 'auditor');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('none', 'queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "Agency" (
    "id" TEXT NOT NULL,
    "abbreviation" JSONB NOT NULL,
    "name" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "website" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "formId" UUID NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "prefill" JSONB NOT NULL DEFAULT '{}',
    "pageId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "draftId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "applicantPinfl" VARCHAR(14),
    "applicantName" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "serviceVersionId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "prefill" JSONB NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'submitted',
    "locale" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationEvent" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ApplicationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fromStaff" BOOLEAN NOT NULL,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "draftId" UUID,
    "applicationId" UUID,
    "fieldId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "agencyId" TEXT NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'new',
    "officerId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE,
    "pausedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sphere" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "icon" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "Sphere_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LifeEvent" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "icon" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "LifeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,
    "sphereId" TEXT NOT NULL,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "publishedVersionId" UUID,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceVersion" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "VersionState" NOT NULL,
    "passport" JSONB NOT NULL,
    "changeNote" TEXT,
    "authorId" UUID,
    "authorName" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLifeEvent" (
    "serviceId" TEXT NOT NULL,
    "lifeEventId" TEXT NOT NULL,

    CONSTRAINT "ServiceLifeEvent_pkey" PRIMARY KEY ("serviceId","lifeEventId")
);

-- CreateTable
CREATE TABLE "DocumentCounter" (
    "scope" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "DocumentCounter_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "applicationId" UUID NOT NULL,
    "agencyId" TEXT,
    "verifyCode" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" DATE,
    "revokedAt" TIMESTAMPTZ(3),
    "storageKey" TEXT,
    "sha256" TEXT,
    "size" INTEGER,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Form" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "definition" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "pinfl" VARCHAR(14),
    "name" TEXT NOT NULL,
    "email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'uz',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "agencyId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoleAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "link" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailState" "MailState" NOT NULL DEFAULT 'none',
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorUserId" UUID,
    "actorRole" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "onBehalfOf" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "agencyId" TEXT,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "DemoMail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DemoMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "title" JSONB NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "BaseAmount" (
    "validFrom" DATE NOT NULL,
    "soum" INTEGER NOT NULL,

    CONSTRAINT "BaseAmount_pkey" PRIMARY KEY ("validFrom")
);

-- CreateTable
CREATE TABLE "Individual" (
    "pinfl" VARCHAR(14) NOT NULL,
    "surname" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "patronymic" TEXT,
    "sex" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "birthPlace" TEXT NOT NULL,
    "passport" VARCHAR(9) NOT NULL,
    "passportIssuedOn" DATE NOT NULL,
    "passportExpiresOn" DATE NOT NULL,
    "citizenship" VARCHAR(2) NOT NULL DEFAULT 'UZ',
    "districtCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "spousePinfl" VARCHAR(14),
    "motherPinfl" VARCHAR(14),
    "fatherPinfl" VARCHAR(14),
    "phone" TEXT,
    "diedOn" DATE,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Individual_pkey" PRIMARY KEY ("pinfl")
);

-- CreateTable
CREATE TABLE "LegalEntity" (
    "stir" VARCHAR(9) NOT NULL,
    "name" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "registeredOn" DATE NOT NULL,
    "directorPinfl" VARCHAR(14) NOT NULL,
    "activityCode" TEXT NOT NULL,
    "districtCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "charterCapital" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'active',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LegalEntity_pkey" PRIMARY KEY ("stir")
);

-- CreateTable
CREATE TABLE "Territory" (
    "code" TEXT NOT NULL,
    "parentCode" TEXT,
    "name" JSONB NOT NULL,

    CONSTRAINT "Territory_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "RegisterRead" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "register" TEXT NOT NULL,
    "recordKey" TEXT NOT NULL,
    "readerId" UUID,
    "readerName" TEXT NOT NULL,
    "agencyId" TEXT,
    "purpose" TEXT NOT NULL,
    "fields" TEXT[],
    "ground" TEXT,
    "requestId" TEXT,

    CONSTRAINT "RegisterRead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "popularity" INTEGER NOT NULL DEFAULT 0,
    "facets" TEXT[],
    "vector" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "kind" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("kind","word")
);

-- CreateTable
CREATE TABLE "SearchMiss" (
    "kind" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchMiss_pkey" PRIMARY KEY ("kind","query")
);

-- CreateIndex
CREATE INDEX "Draft_userId_updatedAt_idx" ON "Draft"("userId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Application_reference_key" ON "Application"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Application_draftId_key" ON "Application"("draftId");

-- CreateIndex
CREATE INDEX "Application_userId_submittedAt_id_idx" ON "Application"("userId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Application_serviceId_idx" ON "Application"("serviceId");

-- CreateIndex
CREATE INDEX "Application_submittedAt_idx" ON "Application"("submittedAt");

-- CreateIndex
CREATE INDEX "ApplicationEvent_applicationId_at_idx" ON "ApplicationEvent"("applicationId", "at");

-- CreateIndex
CREATE INDEX "Message_applicationId_sentAt_idx" ON "Message"("applicationId", "sentAt");

-- CreateIndex
CREATE INDEX "Upload_draftId_idx" ON "Upload"("draftId");

-- CreateIndex
CREATE INDEX "Upload_applicationId_idx" ON "Upload"("applicationId");

-- CreateIndex
CREATE INDEX "Upload_userId_idx" ON "Upload"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_applicationId_key" ON "Case"("applicationId");

-- CreateIndex
CREATE INDEX "Case_agencyId_state_dueOn_id_idx" ON "Case"("agencyId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Case_officerId_state_idx" ON "Case"("officerId", "state");

-- CreateIndex
CREATE INDEX "Case_openedAt_idx" ON "Case"("openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Service_publishedVersionId_key" ON "Service"("publishedVersionId");

-- CreateIndex
CREATE INDEX "Service_agencyId_idx" ON "Service"("agencyId");

-- CreateIndex
CREATE INDEX "Service_sphereId_idx" ON "Service"("sphereId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceVersion_serviceId_number_key" ON "ServiceVersion"("serviceId", "number");

-- CreateIndex
CREATE INDEX "ServiceLifeEvent_lifeEventId_idx" ON "ServiceLifeEvent"("lifeEventId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_number_key" ON "Document"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Document_verifyCode_key" ON "Document"("verifyCode");

-- CreateIndex
CREATE UNIQUE INDEX "Document_applicationId_kind_key" ON "Document"("applicationId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Form_serviceId_version_key" ON "Form"("serviceId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "User_pinfl_key" ON "User"("pinfl");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_subject_key" ON "Account"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RoleAssignment_agencyId_idx" ON "RoleAssignment"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleAssignment_userId_role_agencyId_key" ON "RoleAssignment"("userId", "role", "agencyId");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_id_idx" ON "Notification"("userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_id_idx" ON "AuditEntry"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorUserId_id_idx" ON "AuditEntry"("actorUserId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "RateLimit_updatedAt_idx" ON "RateLimit"("updatedAt");

-- CreateIndex
CREATE INDEX "DemoMail_to_id_idx" ON "DemoMail"("to", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Individual_passport_key" ON "Individual"("passport");

-- CreateIndex
CREATE INDEX "Individual_surname_givenName_idx" ON "Individual"("surname", "givenName");

-- CreateIndex
CREATE INDEX "Individual_motherPinfl_idx" ON "Individual"("motherPinfl");

-- CreateIndex
CREATE INDEX "Individual_fatherPinfl_idx" ON "Individual"("fatherPinfl");

-- CreateIndex
CREATE INDEX "LegalEntity_directorPinfl_idx" ON "LegalEntity"("directorPinfl");

-- CreateIndex
CREATE INDEX "LegalEntity_name_idx" ON "LegalEntity"("name");

-- CreateIndex
CREATE INDEX "Territory_parentCode_idx" ON "Territory"("parentCode");

-- CreateIndex
CREATE INDEX "RegisterRead_register_recordKey_id_idx" ON "RegisterRead"("register", "recordKey", "id");

-- CreateIndex
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "SearchDocument_facets_idx" ON "SearchDocument" USING GIN ("facets");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_serviceVersionId_fkey" FOREIGN KEY ("serviceVersionId") REFERENCES "ServiceVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_sphereId_fkey" FOREIGN KEY ("sphereId") REFERENCES "Sphere"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_publishedVersionId_fkey" FOREIGN KEY ("publishedVersionId") REFERENCES "ServiceVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceVersion" ADD CONSTRAINT "ServiceVersion_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLifeEvent" ADD CONSTRAINT "ServiceLifeEvent_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLifeEvent" ADD CONSTRAINT "ServiceLifeEvent_lifeEventId_fkey" FOREIGN KEY ("lifeEventId") REFERENCES "LifeEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema language cannot say

-- The audit trail only grows.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_no_update_delete before update or delete on "AuditEntry" for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on "AuditEntry" for each statement execute function refuse_change();
create trigger reads_no_update_delete before update or delete on "RegisterRead" for each row execute function refuse_change();
create trigger reads_no_truncate before truncate on "RegisterRead" for each statement execute function refuse_change();

-- Counters of the rate limiter need no durability.
alter table "RateLimit" set unlogged;

-- One draft beside the published version, and one published version.
create unique index "ServiceVersion_one_draft" on "ServiceVersion" ("serviceId") where "state" = 'draft';
create unique index "ServiceVersion_one_published" on "ServiceVersion" ("serviceId") where "state" = 'published';

-- One active form a service.
create unique index "Form_one_active" on "Form" ("serviceId") where "active";

-- Spelling correction looks for near words.
create index "SearchWord_word_trigrams" on "SearchWord" using gin ("word" gin_trgm_ops);

-- Unread notifications and open cases are small parts of growing tables.
create index "Notification_unread" on "Notification" ("userId") where "readAt" is null;
create index "Case_open_due" on "Case" ("agencyId", "dueOn", "id") where "closedAt" is null;

-- Agency roles name their agency, platform roles name none.
alter table "RoleAssignment" add constraint "RoleAssignment_role_fits_agency"
  check (("role" in ('platform_administrator', 'auditor')) = ("agencyId" is null));

-- The unique index of (userId, role, agencyId) lets platform roles repeat, since NULLs differ.
create unique index "RoleAssignment_platform_role_once" on "RoleAssignment" ("userId", "role") where "agencyId" is null;

-- Sessions are found by SHA-256 in hexadecimal; a raw token must never get there.
alter table "Session" add constraint "Session_tokenHash_is_sha256" check ("tokenHash" ~ '^[0-9a-f]{64}$');

-- A personal identifier is 14 digits.
alter table "User" add constraint "User_pinfl_is_digits" check ("pinfl" ~ '^[0-9]{14}$');
