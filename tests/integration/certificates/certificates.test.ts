import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import type { AwardContent } from "#app/domain/certificates/certificate.ts";
import type { Guest } from "#app/features/accounts/allow.server.ts";
import { answerCertificateFile } from "#app/features/certificates/answer-certificate-file.server.ts";
import { checkCertificate } from "#app/features/certificates/check-certificate.server.ts";
import { issueForAward } from "#app/features/certificates/issue-for-award.server.ts";
import { issueParticipation } from "#app/features/certificates/issue-participation.server.ts";
import {
  readCertificate,
  readCertificateBook,
  readOwnCertificates,
} from "#app/features/certificates/read-certificates.server.ts";
import {
  readIssuerKeys,
  readIssuerProfile,
  readRevocations,
} from "#app/features/certificates/read-issuer.server.ts";
import { revokeCertificate } from "#app/features/certificates/revoke-certificate.server.ts";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { drawMedal } from "#app/ui/badges/medal-picture.tsx";
import { type LoggingTeam, makeLoggingTeam, send, TODAY, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const guest = (): Guest => ({
  platform: office.platform,
  visit: { requestId: "test", clientAddress: "203.0.113.9", nonce: "" },
  now: NOW,
  today: TODAY,
  signedIn: null,
});
const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const november = { from: day("2026-11-01"), to: TODAY };

async function award(wish: { validUntil?: string } = {}): Promise<string> {
  const id = freshId();
  await team.commune.act(async (tx) => {
    await tx.$executeRaw`
      insert into badge_definition (commune_id, key, version, content, published_at)
      values (${team.commune.communeId}, 'helping-hand', 1,
              '{"name": "Đại sứ số", "description": "Kèm cặp ít nhất 5 người.",
                "award": {"by": "rule", "measure": "verified_claims", "goals": [1], "within": "ever"}}', ${NOW}) on conflict do nothing`;
    await tx.$executeRaw`
      insert into badge_award (commune_id, id, badge_key, version, subject, subject_id, occasion, earned_on, basis, granted_at,
                               number, number_date, valid_until)
      values (${team.commune.communeId}, ${id}::uuid, 'helping-hand', 1, 'member', ${team.lan.memberId}, '2026',
              '2026-11-01', '{}', ${NOW}, '12/QĐ-UBND', '2026-11-02',
              ${wish.validUntil ?? "2027-11-01"}::date)`;
  });
  return id;
}

async function issue(awardId: string): Promise<string> {
  const issued = await issueForAward(await team.lan.caller(), { awardId, holderName: null }, "own");
  if (!issued?.ok) throw new Error("not issued");
  return issued.value.id;
}

async function own(id: string) {
  const certificate = await readCertificate(await team.lan.caller(), id, "own");
  if (!certificate) throw new Error("no such paper");
  return certificate;
}

describe("a paper on one's own work", () => {
  it("counts what others verified in these days, and nothing that waits", async () => {
    await decide(team.leader, approval(await send(team.lan, work([person(0), person(1)], { minutes: 90 }))));
    await decide(team.leader, approval(await send(team.lan, work([person(0)]))));
    await send(team.lan, work([person(2)]));
    const issued = await issueParticipation(await team.lan.caller(), november);
    if (!issued.ok) throw new Error(issued.code);
    const paper = await own(issued.value.id);
    expect(paper).toMatchObject({
      number: "01/2026",
      holderName: "Vì Thị Lan",
      state: { is: "valid" },
      content: {
        is: "participation",
        figures: { claims: 2, days: 1, minutes: 90, claimsWithMinutes: 1, people: 2, visits: 3 },
        teams: [{ role: "member" }],
      },
    });
    expect(await issueParticipation(await team.lan.caller(), november), "asked again").toEqual(issued);
    expect((await readOwnCertificates(await team.lan.caller()))?.certificates).toHaveLength(1);
  });

  it("is refused for days without verified work, days to come, and somebody in no team", async () => {
    const lan = await team.lan.caller();
    expect(await issueParticipation(lan, november)).toMatchObject({ code: "certificate_no_work" });
    expect(await issueParticipation(lan, { from: TODAY, to: day("2026-12-01") })).toMatchObject({
      code: "certificate_days_ahead",
    });
    expect(await issueParticipation(await team.officer.caller(), november)).toMatchObject({
      code: "certificate_not_on_roster",
    });
  });

  it("is nobody else's to read, and neither does another's award give a paper", async () => {
    const id = await issue(await award());
    expect(await readCertificate(await team.minh.caller(), id, "own")).toBeNull();
    expect(
      await issueForAward(await team.minh.caller(), { awardId: await award2(), holderName: null }, "own"),
    ).toBeNull();
  });

  async function award2(): Promise<string> {
    const [row] = await team.commune.act(
      (tx) =>
        tx.$queryRaw<
          { id: string }[]
        >`select id from badge_award where commune_id = ${team.commune.communeId}`,
    );
    return row?.id ?? "";
  }
});

const canRead = existsSync("/usr/bin/pdftotext");

describe("the paper of an award", () => {
  it("K09: is made once, says what was decided, and is checked by its code as people type it", async () => {
    const awardId = await award();
    const [first, second] = await Promise.all([issue(awardId), issue(awardId)]);
    expect(second, "two who ask at once get one paper").toBe(first);
    const paper = await own(first);
    const content = paper.content as AwardContent;
    expect(content).toMatchObject({
      title: "Đại sứ số",
      decision: { number: "12/QĐ-UBND", date: "2026-11-02" },
    });
    const typed = paper.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    expect(await checkCertificate(guest(), typed)).toMatchObject({
      ok: true,
      value: { holderName: "Vì Thị Lan", state: { is: "valid" } },
    });
    const other = paper.code.endsWith("A") ? "B" : "A";
    expect(await checkCertificate(guest(), paper.code.slice(0, -1) + other)).toMatchObject({
      code: "certificate_unknown",
    });
  });

  it("is signed so that a library of strangers believes it, and a changed letter does not pass", async () => {
    const paper = await own(await issue(await award()));
    const { communeId } = team.commune;
    const keys = await readIssuerKeys(guest(), communeId);
    if (!keys || !paper.credential) throw new Error("not signed");
    const { payload } = await jwtVerify(paper.credential, createLocalJWKSet(keys), {
      currentDate: NOW,
      issuer: `http://localhost:3000/phat-hanh/${communeId}`,
    });
    expect(decodeProtectedHeader(paper.credential).kid).toBe(keys.keys[0]?.kid);
    expect(payload).toMatchObject({
      jti: `http://localhost:3000/kiem-tra/${paper.code}`,
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      validUntil: "2027-11-01T16:59:59.000Z",
      credentialSubject: { achievement: { name: "Đại sứ số" } },
    });
    expect(JSON.stringify(payload), "the file alone names nobody").not.toContain("Lan");
    expect((await readIssuerProfile(guest(), communeId))?.id).toBe(payload.iss);

    const [head, body = "", signature] = paper.credential.split(".");
    const forged = Buffer.from(
      Buffer.from(body, "base64url").toString("utf8").replace("Đại sứ số", "Đại sứ sô"),
      "utf8",
    ).toString("base64url");
    await expect(jwtVerify(`${head}.${forged}.${signature}`, createLocalJWKSet(keys))).rejects.toThrow(
      "signature",
    );
  });

  it("is a picture that carries the signed badge where programs look for it", async () => {
    const paper = await own(await issue(await award()));
    const png = Buffer.from(
      await bytesOf(
        await answerCertificateFile(office.platform, paper, "huy-hieu.png", {
          drawMedal,
          back: "/chung-nhan",
        }),
      ),
    );
    const { width, height, channels } = await sharp(png).metadata();
    expect([width, height, channels], "a picture that any program opens").toEqual([512, 512, 4]);
    expect(textsOf(png)).toEqual({ openbadgecredential: paper.credential });
  });

  it("is revoked once, with a reason, in the check and in the list that programs read", async () => {
    const id = await issue(await award());
    const officer = await team.officer.caller();
    expect(await readRevocations(guest(), team.commune.communeId)).toMatchObject({ revokedCredential: [] });
    expect(await revokeCertificate(officer, id, "Cấp nhầm người.")).toEqual({ ok: true, value: null });
    expect(await revokeCertificate(officer, id, "Cấp nhầm người."), "said again").toEqual({
      ok: true,
      value: null,
    });
    expect(await revokeCertificate(officer, id, "Lý do khác.")).toMatchObject({
      code: "certificate_revoked_already",
    });
    const { code } = await own(id);
    expect(await checkCertificate(guest(), code)).toMatchObject({
      value: { state: { is: "revoked", on: TODAY }, revokeReason: "Cấp nhầm người." },
    });
    expect(await readRevocations(guest(), team.commune.communeId)).toMatchObject({
      revokedCredential: [{ id: `http://localhost:3000/kiem-tra/${code}`, revoked: true }],
    });
    expect(await readCertificateBook(officer, "lan")).toHaveLength(1);
    expect(await readCertificateBook(officer, "100%_")).toEqual([]);
  });

  it("goes with its award when that is taken back", async () => {
    const awardId = await award();
    const id = await issue(awardId);
    await team.commune.act(
      (tx) => tx.$executeRaw`
        update badge_award set revoked_at = ${NOW}, revoked_by = ${team.officer.accountId}::uuid, revoke_reason = 'Sai sự thật'
         where commune_id = ${team.commune.communeId} and id = ${awardId}::uuid`,
    );
    expect((await own(id)).state).toEqual({ is: "revoked", on: TODAY });
  });

  it("runs out by its last day", async () => {
    expect((await own(await issue(await award({ validUntil: "2026-11-19" })))).state).toEqual({
      is: "expired",
      since: "2026-11-19",
    });
  });

  it("SECURITY T8: stays checkable without the name of somebody who had it erased", async () => {
    const { code } = await own(await issue(await award()));
    await eraseMember(
      office.platform,
      office.scope(team.commune.communeId, team.officer.accountId),
      team.lan.memberId,
    );
    const checked = await checkCertificate(guest(), code);
    expect(checked).toMatchObject({ ok: true, value: { holderName: null, state: { is: "valid" } } });
  });

  it("cannot be written anew or deleted, by nobody's hand", async () => {
    await issue(await award());
    const { communeId } = team.commune;
    const change = (sql: string) => team.commune.act((tx) => tx.$executeRawUnsafe(sql));
    await expect(
      change(`update certificate set content = '{"is":"award"}' where commune_id = ${communeId}`),
    ).rejects.toThrow("cannot be written anew");
    await expect(
      change(`update certificate set holder_name = 'Người khác' where commune_id = ${communeId}`),
    ).rejects.toThrow("cannot be written anew");
    await expect(change(`delete from certificate where commune_id = ${communeId}`)).rejects.toThrow(
      "permission denied",
    );
  });

  it.skipIf(!canRead && !process.env.CI)(
    "is a PDF with its words in it, stamped across once it is revoked",
    async () => {
      const id = await issue(await award());
      const file = async () =>
        pdfText(
          await bytesOf(
            await answerCertificateFile(office.platform, await own(id), "giay.pdf", {
              drawMedal,
              back: "/chung-nhan",
            }),
          ),
        );
      const text = await file();
      for (const words of [
        "CHỨNG NHẬN",
        "Vì Thị Lan",
        "Đại sứ số",
        "12/QĐ-UBND",
        "Độc lập - Tự do - Hạnh phúc",
      ]) {
        expect(text).toContain(words);
      }
      expect(text).toContain((await own(id)).code);
      expect(text).not.toContain("ĐÃ THU HỒI");
      await revokeCertificate(await team.officer.caller(), id, "Cấp nhầm.");
      expect(await file()).toContain("ĐÃ THU HỒI");
    },
  );
});

/** The iTXt chunks of a PNG, read by its own rules. */
function textsOf(png: Buffer): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const chunk = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length), "the sum of the chunk").toBe(crc32(chunk));
    if (chunk.toString("latin1", 0, 4) === "iTXt") {
      const [keyword = "", ...rest] = chunk.toString("utf8", 4).split("\0");
      texts[keyword] = rest.at(-1) ?? "";
    }
    at += 12 + length;
  }
  return texts;
}

async function bytesOf(answer: Response | null): Promise<Uint8Array> {
  if (!answer) throw new Error("no such file");
  return new Uint8Array(await answer.arrayBuffer());
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "tds-paper-"));
  try {
    await writeFile(path.join(folder, "paper.pdf"), bytes);
    const { stdout } = await promisify(execFile)("pdftotext", [
      "-layout",
      path.join(folder, "paper.pdf"),
      "-",
    ]);
    return stdout.normalize("NFC");
  } finally {
    await rm(folder, { recursive: true });
  }
}
