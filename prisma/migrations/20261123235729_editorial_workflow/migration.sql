-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Role" ADD VALUE 'agency_reviewer';
ALTER TYPE "Role" ADD VALUE 'agency_publisher';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "VersionState" ADD VALUE 'in_review';
ALTER TYPE "VersionState" ADD VALUE 'amends';
ALTER TYPE "VersionState" ADD VALUE 'ready';
ALTER TYPE "VersionState" ADD VALUE 'scheduled';

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewBy" DATE,
ADD COLUMN     "withdrawal" JSONB,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ServiceVersion" ADD COLUMN     "authorIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "emergency" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "publishedByName" TEXT,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewedById" UUID,
ADD COLUMN     "reviewedByName" TEXT,
ADD COLUMN     "scheduledAt" TIMESTAMPTZ(3),
ADD COLUMN     "work" JSONB;

-- CreateTable
CREATE TABLE "ServiceEvent" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "number" INTEGER,
    "kind" TEXT NOT NULL,
    "comment" TEXT,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLock" (
    "serviceId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "renewedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceLock_pkey" PRIMARY KEY ("serviceId")
);

-- CreateIndex
CREATE INDEX "ServiceEvent_serviceId_id_idx" ON "ServiceEvent"("serviceId", "id");

-- AddForeignKey
ALTER TABLE "ServiceEvent" ADD CONSTRAINT "ServiceEvent_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLock" ADD CONSTRAINT "ServiceLock_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one version is being worked on beside the one that citizens see.
create unique index "ServiceVersion_open_once" on "ServiceVersion" ("serviceId") where state not in ('published', 'superseded');
create unique index "ServiceVersion_published_once" on "ServiceVersion" ("serviceId") where state = 'published';
-- What is due is looked for every minute.
create index "ServiceVersion_scheduledAt" on "ServiceVersion" ("scheduledAt") where "scheduledAt" is not null;
create index "ServiceVersion_emergency" on "ServiceVersion" ("serviceId") where emergency and "reviewedAt" is null;
create function catalogue_event_keep() returns trigger language plpgsql as $$ begin raise exception 'the history of a service is only ever added to'; end $$;
create trigger keep before update or delete on "ServiceEvent" for each row execute function catalogue_event_keep();
