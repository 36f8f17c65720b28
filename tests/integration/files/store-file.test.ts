import { readFile, rm } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#app/domain/ids.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { fileCheck } from "#app/features/operations/verify/check-files.server.ts";
import { filePath } from "#app/platform/files/file-store.server.ts";
import { communeScope } from "#tests/support/test-database.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const pdf = (text: string, name = "Kế hoạch 62 đã ký.pdf") =>
  new File([`%PDF-1.7\n% ${text}\nstartxref\n9\n%%EOF\n`], name, { type: "text/html" });
const send = async (file: File, id: string = freshId()) =>
  storeFile(await team.officer.caller(), { id: id as Id, file });
const find = (id: string) =>
  office.platform.db.withCommunes(communeScope(team.commune.communeId), (tx) =>
    findStoredFile(tx, team.commune.communeId, id),
  );

describe("papers that people attach", () => {
  it("J26: are kept as they came and given out to be kept, never to be opened in the house", async () => {
    const sent = await send(pdf("một"));
    if (!sent.ok) throw new Error(sent.code);
    expect(sent.value).toMatchObject({ name: "Kế hoạch 62 đã ký.pdf", kind: "pdf" });
    const found = await find(sent.value.fileId);
    const answer = found && (await answerStoredFile(office.platform, found));
    expect(await answer?.text()).toContain("% một");
    expect(answer?.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer?.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="ke-hoach-62-da-ky\.pdf"; filename\*=UTF-8''K%E1%BA%BF/,
    );
    expect(answer?.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
  });

  it("sent twice are one; another file under the same name is refused; a name holds no citizen's number", async () => {
    const id = freshId();
    expect((await send(pdf("một"), id)).ok).toBe(true);
    expect((await send(pdf("một"), id)).ok).toBe(true);
    expect(await send(pdf("hai"), id)).toEqual({ ok: false, code: "file_id_reused" });
    expect(await rowsOf(office, team, "select 1 as one from stored_file")).toHaveLength(1);
    expect(await send(pdf("ba", "../../etc/001099012345.html"))).toMatchObject({
      value: { name: "van-ban.pdf" },
    });
    expect(await send(new File(["<script>"], "x.pdf"))).toEqual({ ok: false, code: "file_not_paper" });
  });

  it("V15: whose bytes were changed or lost are named by verify", async () => {
    const sent = await send(pdf("một"));
    if (!sent.ok) throw new Error(sent.code);
    const { sha256 = "" } = (await find(sent.value.fileId)) ?? {};
    const { dataDir } = office.platform.config;
    expect((await readFile(filePath(dataDir, sha256))).length).toBe(sent.value.byteCount);
    await rm(filePath(dataDir, sha256));
    const client = await office.db.maintain.connect();
    try {
      await client.query("begin");
      const says = [];
      for await (const finding of fileCheck.run({ client, manifest: [], anchors: [], dataDir }))
        if (finding.row.includes(sent.value.fileId)) says.push(finding.says);
      expect(says).toEqual(["its paper is not on the disk"]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
