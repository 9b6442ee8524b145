-- CreateTable
CREATE TABLE "Classifier" (
    "id" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Classifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassifierEdition" (
    "id" UUID NOT NULL,
    "classifierId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "itemCount" INTEGER NOT NULL,

    CONSTRAINT "ClassifierEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassifierItem" (
    "editionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "parentCode" TEXT,
    "name" JSONB NOT NULL,
    "folded" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ClassifierItem_pkey" PRIMARY KEY ("editionId","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassifierEdition_classifierId_number_key" ON "ClassifierEdition"("classifierId", "number");

-- CreateIndex
CREATE INDEX "ClassifierItem_editionId_parentCode_position_idx" ON "ClassifierItem"("editionId", "parentCode", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ClassifierItem_editionId_position_key" ON "ClassifierItem"("editionId", "position");

-- AddForeignKey
ALTER TABLE "ClassifierEdition" ADD CONSTRAINT "ClassifierEdition_classifierId_fkey" FOREIGN KEY ("classifierId") REFERENCES "Classifier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassifierItem" ADD CONSTRAINT "ClassifierItem_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "ClassifierEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Part of a code or of a name in any language.
create index "ClassifierItem_folded_trigrams" on "ClassifierItem" using gin ("folded" gin_trgm_ops);
