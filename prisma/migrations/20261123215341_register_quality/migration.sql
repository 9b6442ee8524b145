-- CreateTable
CREATE TABLE "RegisterQuality" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "records" INTEGER NOT NULL DEFAULT 0,
    "figures" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "RegisterQuality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterQualityIssue" (
    "id" BIGSERIAL NOT NULL,
    "runId" UUID NOT NULL,
    "figure" TEXT NOT NULL,
    "recordKey" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "RegisterQualityIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterDuplicate" (
    "id" UUID NOT NULL,
    "registerId" TEXT NOT NULL,
    "keyA" TEXT NOT NULL,
    "keyB" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterDuplicate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterQuality_registerId_id_idx" ON "RegisterQuality"("registerId", "id");

-- CreateIndex
CREATE INDEX "RegisterQualityIssue_runId_figure_id_idx" ON "RegisterQualityIssue"("runId", "figure", "id");

-- CreateIndex
CREATE INDEX "RegisterDuplicate_registerId_state_id_idx" ON "RegisterDuplicate"("registerId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterDuplicate_registerId_keyA_keyB_key" ON "RegisterDuplicate"("registerId", "keyA", "keyB");

-- AddForeignKey
ALTER TABLE "RegisterQuality" ADD CONSTRAINT "RegisterQuality_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterQualityIssue" ADD CONSTRAINT "RegisterQualityIssue_runId_fkey" FOREIGN KEY ("runId") REFERENCES "RegisterQuality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterDuplicate" ADD CONSTRAINT "RegisterDuplicate_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only while a register is measured: what its records are alike in. Unlogged, since it can be made anew.
create unlogged table register.signature (run uuid not null, signature text not null, key text not null);
create index signature_alike on register.signature (run, signature);
