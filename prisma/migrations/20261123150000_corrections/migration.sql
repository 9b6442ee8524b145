-- What was sent and refused is kept with the draft; a draft may correct an application.
ALTER TABLE "Draft" ADD COLUMN "attempt" JSONB,
ADD COLUMN "correctsId" UUID;
CREATE UNIQUE INDEX "Draft_correctsId_key" ON "Draft"("correctsId");
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A document prints what was true when it was issued.
ALTER TABLE "Document" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '{}';
