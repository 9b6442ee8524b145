-- CreateTable
CREATE TABLE "RegisterSubscription" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "kinds" TEXT[],
    "fields" TEXT[],
    "delivery" TEXT NOT NULL,
    "url" TEXT,
    "sealedSecret" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "pausedFor" TEXT,
    "acknowledged" BIGINT NOT NULL,
    "offered" BIGINT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "creatorName" TEXT NOT NULL,

    CONSTRAINT "RegisterSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterDelivery" (
    "id" BIGSERIAL NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "fromSeq" BIGINT,
    "toSeq" BIGINT,
    "events" INTEGER NOT NULL,
    "status" INTEGER,
    "problem" TEXT,
    "millis" INTEGER NOT NULL,
    "lagSeconds" INTEGER NOT NULL,

    CONSTRAINT "RegisterDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterSubscription_registerId_id_idx" ON "RegisterSubscription"("registerId", "id");

-- CreateIndex
CREATE INDEX "RegisterSubscription_clientId_id_idx" ON "RegisterSubscription"("clientId", "id");

-- CreateIndex
CREATE INDEX "RegisterSubscription_state_delivery_idx" ON "RegisterSubscription"("state", "delivery");

-- CreateIndex
CREATE INDEX "RegisterDelivery_subscriptionId_id_idx" ON "RegisterDelivery"("subscriptionId", "id");

-- CreateIndex
CREATE INDEX "RegisterDelivery_at_idx" ON "RegisterDelivery"("at");

-- AddForeignKey
ALTER TABLE "RegisterSubscription" ADD CONSTRAINT "RegisterSubscription_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterSubscription" ADD CONSTRAINT "RegisterSubscription_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "ApiClient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterDelivery" ADD CONSTRAINT "RegisterDelivery_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "RegisterSubscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table "RegisterSubscription" add constraint "RegisterSubscription_one_way" check (("delivery" = 'pull' and "url" is null and "sealedSecret" is null) or ("delivery" = 'webhook' and "url" is not null and "sealedSecret" is not null));
alter table "RegisterSubscription" add constraint "RegisterSubscription_offered" check ("acknowledged" <= "offered");

-- Whoever adds changes says before taking the first number from where on its numbers will be, and holds to it until its end.
-- Its transaction id would not do: one that began earlier may take a later number and be seen first, and followers who go by
-- numbers would skip the other. Going by transaction ids instead would turn the order of changes of one record round.
create function register.announce(id text) returns void language plpgsql as $$
declare known text := coalesce(current_setting('yagona.announced', true), '');
begin
  if position(',' || id || ',' in known) > 0 then return; end if;
  perform pg_advisory_xact_lock_shared(hashtext('register.change:' || id), (case when is_called then last_value else 0 end)::bit(32)::integer) from register.change_seq_seq;
  perform set_config('yagona.announced', known || ',' || id || ',', true);
end $$;

-- Who adds changes without having said to which register holds up the followers of all.
create function register.announce_all() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('yagona.announced', true), '') = '' then perform register.announce('*'); end if;
  return null;
end $$;
create trigger announce before insert on register.change for each statement execute function register.announce_all();

-- The number up to which no change of a register can appear any more. Rows are to be read in a later statement: what was
-- written under lower numbers is seen by then. `open` says that somebody is still writing beyond it.
create function register.settled(id text, out seq bigint, out open boolean) language plpgsql volatile as $$
declare lowest bigint;
begin
  select case when is_called then last_value else 0 end into seq from register.change_seq_seq;
  select min(settled.seq - ((settled.seq - objid::bigint) & 4294967295)) into lowest from pg_locks
    where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())
      and classid in ((hashtext('register.change:' || id)::bigint & 4294967295)::oid, (hashtext('register.change:*')::bigint & 4294967295)::oid);
  open := lowest is not null;
  seq := least(seq, lowest);
end $$;
