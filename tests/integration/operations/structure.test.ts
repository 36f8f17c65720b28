import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  MANIFEST_FILE,
  manifestText,
  readStructure,
} from "#app/features/operations/verify/manifest.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const test = testDatabase();

describe("the committed structure", () => {
  // After a migration: npx vitest run --project integration tests/integration/operations/structure.test.ts -u
  it("is what the migrations make of an empty database", async () => {
    const facts = await readStructure(test.maintain);
    await expect(manifestText(facts)).toMatchFileSnapshot(path.resolve(MANIFEST_FILE));
  });

  it("names each of the things that keep communes apart and records unchanged", async () => {
    const text = manifestText(await readStructure(test.maintain));
    for (const fact of [
      "role tds_app: logs in",
      "table audit_log: owned by tds_owner, row security forced",
      "table audit_log: tds_app may select",
      "policy commune_wall on role_grant: ",
      "trigger append_only on audit_log: on, ",
      "constraint session_account_id_fkey on session: ",
      "function tds_audit(): owned by tds_owner, AS ITS OWNER, ",
    ]) {
      expect(text).toContain(`${fact}`);
    }
  });
});
