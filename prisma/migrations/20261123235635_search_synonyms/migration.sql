-- CreateEnum
CREATE TYPE "SynonymDirection" AS ENUM ('both', 'one_way');

-- AlterTable
ALTER TABLE "SearchDocument" ADD COLUMN     "fingerprint" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "head" tsvector NOT NULL DEFAULT ''::tsvector;

-- CreateTable
CREATE TABLE "SearchSynonym" (
    "id" UUID NOT NULL,
    "direction" "SynonymDirection" NOT NULL,
    "words" TEXT[],
    "targets" TEXT[],
    "keys" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "SearchSynonym_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchSynonym_keys_idx" ON "SearchSynonym" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "SearchDocument_kind_popularity_id_idx" ON "SearchDocument"("kind", "popularity" DESC, "id");

-- CreateIndex
CREATE INDEX "SearchDocument_head_idx" ON "SearchDocument" USING GIN ("head");

-- CreateIndex
CREATE INDEX "SearchMiss_kind_count_query_idx" ON "SearchMiss"("kind", "count" DESC, "query");
