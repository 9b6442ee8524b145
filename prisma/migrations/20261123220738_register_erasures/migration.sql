-- CreateTable
CREATE TABLE "RegisterErasure" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "recordKey" TEXT NOT NULL,
    "groundKind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterErasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterErasure_registerId_state_id_idx" ON "RegisterErasure"("registerId", "state", "id");

-- AddForeignKey
ALTER TABLE "RegisterErasure" ADD CONSTRAINT "RegisterErasure_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One proposal for a record at a time.
create unique index "RegisterErasure_open_once" on "RegisterErasure" ("registerId", "recordKey") where state = 'open';

-- A reading stays for ever; whom it was about may be erased by law, and nothing else of it.
create function refuse_reading_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('yagona.erasure', true) = 'on' and (to_jsonb(new) - 'recordKey') = (to_jsonb(old) - 'recordKey') then return new; end if;
  raise exception 'The audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
drop trigger reads_no_update_delete on "RegisterRead";
create trigger reads_no_update_delete before update or delete on "RegisterRead" for each row execute function refuse_reading_change();
