-- CreateEnum
CREATE TYPE "MappingRelation" AS ENUM ('equal', 'broader', 'narrower', 'related');

-- AlterTable
ALTER TABLE "Classifier" ADD COLUMN     "ownerAgencyId" TEXT;

-- AlterTable
ALTER TABLE "ClassifierEdition" ADD COLUMN     "authorId" UUID,
ADD COLUMN     "authorName" TEXT,
ADD COLUMN     "changeNote" TEXT,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "validFrom" DROP NOT NULL,
ALTER COLUMN "publishedAt" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ClassifierItem" ADD COLUMN     "validFrom" DATE,
ADD COLUMN     "validTo" DATE;

-- CreateTable
CREATE TABLE "ClassifierMapping" (
    "id" UUID NOT NULL,
    "fromId" TEXT NOT NULL,
    "fromNumber" INTEGER,
    "toId" TEXT NOT NULL,
    "toNumber" INTEGER,
    "rowCount" INTEGER NOT NULL,
    "authorName" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassifierMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassifierMappingRow" (
    "mappingId" UUID NOT NULL,
    "fromCode" TEXT NOT NULL,
    "toCode" TEXT NOT NULL,
    "relation" "MappingRelation" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ClassifierMappingRow_pkey" PRIMARY KEY ("mappingId","fromCode","toCode")
);

-- CreateIndex
CREATE INDEX "ClassifierMapping_toId_idx" ON "ClassifierMapping"("toId");

-- CreateIndex
CREATE INDEX "ClassifierMappingRow_mappingId_toCode_idx" ON "ClassifierMappingRow"("mappingId", "toCode");

-- CreateIndex
CREATE UNIQUE INDEX "ClassifierMappingRow_mappingId_position_key" ON "ClassifierMappingRow"("mappingId", "position");

-- CreateIndex
CREATE INDEX "Classifier_ownerAgencyId_idx" ON "Classifier"("ownerAgencyId");

-- AddForeignKey
ALTER TABLE "Classifier" ADD CONSTRAINT "Classifier_ownerAgencyId_fkey" FOREIGN KEY ("ownerAgencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassifierMapping" ADD CONSTRAINT "ClassifierMapping_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Classifier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassifierMapping" ADD CONSTRAINT "ClassifierMapping_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Classifier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassifierMappingRow" ADD CONSTRAINT "ClassifierMappingRow_mappingId_fkey" FOREIGN KEY ("mappingId") REFERENCES "ClassifierMapping"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One draft at most, and what is published has its day.
create unique index "ClassifierEdition_one_draft" on "ClassifierEdition" ("classifierId") where "publishedAt" is null;
alter table "ClassifierEdition" add constraint "ClassifierEdition_published_has_day" check ("publishedAt" is null or "validFrom" is not null);
alter table "ClassifierItem" add constraint "ClassifierItem_days_in_order" check ("validFrom" <= "validTo");

-- One mapping between two classifiers, or between two of their editions.
create unique index "ClassifierMapping_once" on "ClassifierMapping" ("fromId", "fromNumber", "toId", "toNumber") nulls not distinct;

-- A published edition never changes, whoever asks.
create function classifier_edition_keep() returns trigger language plpgsql as $$ begin raise exception 'published editions of classifiers are never changed'; end $$;
create trigger keep before update or delete on "ClassifierEdition" for each row when (old."publishedAt" is not null) execute function classifier_edition_keep();
create trigger keep_truncate before truncate on "ClassifierEdition" for each statement execute function classifier_edition_keep();

create function classifier_item_keep() returns trigger language plpgsql as $$
begin
  if exists (select from "ClassifierEdition" edition where edition.id in (select "editionId" from touched) and edition."publishedAt" is not null) then
    raise exception 'published editions of classifiers are never changed';
  end if;
  return null;
end $$;
create trigger keep_insert after insert on "ClassifierItem" referencing new table as touched for each statement execute function classifier_item_keep();
create trigger keep_delete after delete on "ClassifierItem" referencing old table as touched for each statement execute function classifier_item_keep();
-- Items of a draft are replaced, not changed.
create trigger keep_update before update on "ClassifierItem" for each statement execute function classifier_edition_keep();
create trigger keep_truncate before truncate on "ClassifierItem" for each statement execute function classifier_edition_keep();
