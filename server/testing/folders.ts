import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSharedFolder, reachableByOthers, runAs } from '../platform/embedded/postgres-binaries.ts';
import { endOrphan } from '../platform/embedded/postgres-orphan.ts';
import { knownProcess } from '../platform/embedded/processes.ts';

/** A place that the account of PostgreSQL can reach, whatever TMPDIR is. */
function base(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && (runAs() === null || reachableByOthers(folder))) ?? makeSharedFolder();
}

/** A folder for one run; its name says whose, so that a later run can tidy up after a killed one. */
export function temporaryFolder(purpose: 'test' | 'e2e'): string {
  const folder = mkdtempSync(join(base(), `yagona-${purpose}-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Ends and removes what runs that were killed left behind. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(base())) {
    const [, pid] = /^yagona-(?:test|e2e)-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || knownProcess(Number(pid)) !== null) continue;
    const folder = join(base(), name);
    try {
      if (statSync(folder).uid !== process.getuid?.()) continue;
      await endOrphan(join(folder, 'postgres'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run tidies up at the same time.
    }
  }
}
