create extension if not exists btree_gist;

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'register_keeper';

-- AlterTable
ALTER TABLE "RegisterRead" ADD COLUMN     "clientId" UUID;

-- DropTable
DROP TABLE "Individual";

-- DropTable
DROP TABLE "LegalEntity";

-- CreateTable
CREATE TABLE "Register" (
    "id" TEXT NOT NULL,
    "ownerAgencyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "minor" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Register_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterDefinition" (
    "registerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "minor" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publisherName" TEXT NOT NULL,

    CONSTRAINT "RegisterDefinition_pkey" PRIMARY KEY ("registerId","version","minor")
);

-- CreateTable
CREATE TABLE "RegisterDraft" (
    "registerId" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "editorName" TEXT NOT NULL,

    CONSTRAINT "RegisterDraft_pkey" PRIMARY KEY ("registerId")
);

-- CreateTable
CREATE TABLE "ApiClient" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiClient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterRight" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "agencyId" TEXT,
    "clientId" UUID,
    "actions" TEXT[],
    "fields" TEXT[],
    "legalGround" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "grantedById" UUID,
    "grantedByName" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,

    CONSTRAINT "RegisterRight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterReport" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "recordKey" TEXT NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "reporterId" UUID NOT NULL,
    "reporterName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Register_ownerAgencyId_idx" ON "Register"("ownerAgencyId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiClient_code_key" ON "ApiClient"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ApiClient_secretHash_key" ON "ApiClient"("secretHash");

-- CreateIndex
CREATE INDEX "ApiClient_agencyId_idx" ON "ApiClient"("agencyId");

-- CreateIndex
CREATE INDEX "RegisterRight_registerId_agencyId_idx" ON "RegisterRight"("registerId", "agencyId");

-- CreateIndex
CREATE INDEX "RegisterRight_clientId_idx" ON "RegisterRight"("clientId");

-- CreateIndex
CREATE INDEX "RegisterReport_registerId_state_id_idx" ON "RegisterReport"("registerId", "state", "id");

-- CreateIndex
CREATE INDEX "RegisterReport_reporterId_id_idx" ON "RegisterReport"("reporterId", "id");

-- AddForeignKey
ALTER TABLE "Register" ADD CONSTRAINT "Register_ownerAgencyId_fkey" FOREIGN KEY ("ownerAgencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterDefinition" ADD CONSTRAINT "RegisterDefinition_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterDraft" ADD CONSTRAINT "RegisterDraft_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiClient" ADD CONSTRAINT "ApiClient_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterRight" ADD CONSTRAINT "RegisterRight_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterRight" ADD CONSTRAINT "RegisterRight_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterRight" ADD CONSTRAINT "RegisterRight_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "ApiClient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterReport" ADD CONSTRAINT "RegisterReport_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "RegisterRight" add constraint "RegisterRight_one_holder" check (("agencyId" is null) <> ("clientId" is null));

-- Records, their versions in valid and recorded time, and what changed them.
create schema register;

-- One act of writing: who, when and on which ground. An import of a file is one act with many changes.
create table register.act (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  kind text not null,
  ground_kind text not null,
  ground text not null,
  note text,
  actor_id uuid,
  actor_name text not null,
  client_id uuid,
  agency_id text,
  request_id text
);

-- What a record was in a period of valid time, as believed in a period of recorded time.
-- The act is not a foreign key: acts are only ever added, and the check would cost a look-up for each row of an import.
create table register.version (
  register text not null,
  key text not null,
  valid_from date not null,
  valid_to date not null default 'infinity',
  recorded_from timestamptz(3) not null,
  recorded_to timestamptz(3) not null default 'infinity',
  revision int not null,
  definition int not null,
  act bigint not null,
  closed_by bigint,
  data jsonb not null,
  -- `register:key` of every record that the content refers to.
  refs text[] not null default '{}',
  -- Words by which the record is found, in the alphabet of search.
  words tsvector not null default '',
  check (valid_from < valid_to),
  check (recorded_from < recorded_to)
) partition by list (register);

-- The order in which records changed, for those who follow a register. A reader goes no further than the oldest
-- transaction that is still open, so that none is skipped.
create table register.change (
  register text not null,
  seq bigint generated always as identity,
  key text not null,
  kind text not null,
  act bigint not null,
  revision int not null,
  tx xid8 not null default pg_current_xact_id(),
  primary key (register, seq)
);
create index change_key on register.change (register, key, seq);
create index change_act on register.change (act);

-- A record that was found to be another one: `key` now means `into_key`, until the decision is reversed.
create table register.alias (
  register text not null,
  key text not null,
  into_key text not null,
  act bigint not null references register.act,
  reversed_by bigint references register.act,
  primary key (register, key, act)
);
create unique index alias_once on register.alias (register, key) where reversed_by is null;
create index alias_into on register.alias (register, into_key) where reversed_by is null;

-- Nothing is deleted; of a version only the end of its belief is written, once, and the words that find it. Erasing personal data by law says so first.
create function register.keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'records of registers are never deleted'; end if;
  if current_setting('yagona.erasure', true) = 'on' then return new; end if;
  if ((old.recorded_to = 'infinity' and new.closed_by is not null) or (old.recorded_to = new.recorded_to and old.closed_by is not distinct from new.closed_by))
    and (new.register, new.key, new.valid_from, new.valid_to, new.recorded_from, new.revision, new.definition, new.act, new.data, new.refs)
      = (old.register, old.key, old.valid_from, old.valid_to, old.recorded_from, old.revision, old.definition, old.act, old.data, old.refs)
  then return new; end if;
  raise exception 'versions of records are never changed';
end $$;
create trigger keep before update or delete on register.version for each row execute function register.keep();
create function register.refuse() returns trigger language plpgsql as $$ begin raise exception 'acts and changes are only ever added'; end $$;
create trigger keep before delete or truncate on register.act for each statement execute function register.refuse();
create trigger keep_truncate before truncate on register.version for each statement execute function register.refuse();

-- The partition of a register with what every partition has: its key, and no overlap in either time.
create function register.open(id text) returns void language plpgsql as $$
declare part text := 'version_' || replace(id, '-', '_');
begin
  if to_regclass('register.' || quote_ident(part)) is not null then return; end if;
  execute format('create table register.%I partition of register.version for values in (%L)', part, id);
  execute format('alter table register.%I add primary key (key, recorded_from, valid_from)', part);
  execute format('alter table register.%I add constraint %I exclude using gist (key with =, daterange(valid_from, valid_to) with &&, tstzrange(recorded_from, recorded_to) with &&)', part, part || '_no_overlap');
  execute format('create index %I on register.%I using gin (refs)', part || '_refs', part);
  execute format('create index %I on register.%I using gin (words)', part || '_words', part);
end $$;
