-- CreateTable
CREATE TABLE "RegisterImport" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileKey" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT,
    "header" TEXT[],
    "mapping" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "mode" TEXT NOT NULL DEFAULT 'all',
    "validFrom" DATE,
    "groundKind" TEXT,
    "ground" TEXT,
    "act" BIGINT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterImportProblem" (
    "id" BIGSERIAL NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "params" JSONB NOT NULL,

    CONSTRAINT "RegisterImportProblem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterImport_registerId_id_idx" ON "RegisterImport"("registerId", "id");

-- CreateIndex
CREATE INDEX "RegisterImportProblem_importId_row_id_idx" ON "RegisterImportProblem"("importId", "row", "id");

-- AddForeignKey
ALTER TABLE "RegisterImport" ADD CONSTRAINT "RegisterImport_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterImportProblem" ADD CONSTRAINT "RegisterImportProblem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RegisterImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
