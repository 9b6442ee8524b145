-- AlterTable
ALTER TABLE "RegisterDefinition" ADD COLUMN     "steps" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "RegisterDraft" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "problems" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "progress" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'editing';

-- A published definition never changes.
create function register.refuse_definition_change() returns trigger language plpgsql as $$ begin raise exception 'published definitions of registers are never changed'; end $$;
create trigger definition_keep before update or delete on "RegisterDefinition" for each row execute function register.refuse_definition_change();
