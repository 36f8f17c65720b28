import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { makeId } from "#app/domain/ids.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readPackage } from "#app/features/open-package/read-package.server.ts";
import { publishReview } from "#app/features/year-publication/publish-review.server.ts";
import { readPublicationDesk } from "#app/features/year-publication/read-publication-desk.server.ts";
import { recordPosting } from "#app/features/year-publication/record-posting.server.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { readDirectory } from "#app/platform/tables/judge-archive.server.ts";
import * as year from "#app/routes/public/year.tsx";
import * as packageFile from "#app/routes/public/year-package-file.ts";
import * as years from "#app/routes/public/years.tsx";
import { findPython, runPython } from "../../support/python.ts";
import { testOffice } from "../communes/office.ts";
import { day } from "../roster/rosterers.ts";
import { type LockedReview, plantLockedReview } from "./locked-review.ts";

const office = testOffice();
const CANARY = "Kanarienbeere";
const PHONE = "0301000010";
const VILLAGES = Array.from({ length: 30 }, (_, index) => `Thôn Suối Đá ${index + 1}`);
const MOST_PAGE_BYTES = 40 * 1024;

let here: LockedReview;
let large: LockedReview;

const caller = async ({ workers }: LockedReview) => {
  const { cookie } = await office.signIn(workers.commune.officerId);
  const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  return allow({ request, context: { platform: office.platform, visit } } as never, "home.read");
};

type Loader = (args: never) => unknown;
const open = async (
  loader: Loader,
  { workers, reviewId }: LockedReview,
  headers: Record<string, string> = {},
) => {
  const args = {
    request: new Request("http://localhost:3000/", { headers }),
    params: { commune: String(workers.communeId), reviewId },
    context: {
      platform: office.platform,
      visit: { requestId: "test", clientAddress: "203.0.113.7", nonce: "" },
    },
  };
  try {
    return (await loader(args as never)) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
};

const pack = async ({ workers, reviewId }: LockedReview, only: "locked" | "published" = "locked") => {
  const { communeId, commune } = workers;
  // A house that has packed nothing yet.
  const house = { ...office.platform, values: keepValues(4) };
  const wish = { communeId, reviewId, only };
  return readPackage(house, { ...commune.scope, verb: "open-package.read" }, wish);
};

function unpack(bytes: Buffer): Map<string, string> {
  const entries = readDirectory(bytes, 100);
  if (entries === "too_large") throw new Error("too many files");
  return new Map(
    entries.map(({ name, packedBytes, offset }) => {
      const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      return [name, inflateRawSync(bytes.subarray(from, from + packedBytes)).toString("utf8")];
    }),
  );
}

beforeAll(async () => {
  here = await plantLockedReview(office);
  const { commune, teams } = here.workers;
  const member = await commune.member({ fullName: `Lò Thị ${CANARY}`, phone: parsePhone(PHONE) });
  await commune.join(member, teams[0]?.teamId ?? 0);
  large = await plantLockedReview(office, VILLAGES);
});

describe("the open package", () => {
  it("K01: has the same bytes whenever it is made", async () => {
    const [first, second] = [await pack(here), await pack(here)];
    expect(first?.bytes.equals(second?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(first?.name).toBe("Gói mở Thi đua năm 2026 Mường Thử.zip");
  });

  it("K01: names villages and nobody else, and its pseudonyms lead to no other package", async () => {
    const files = unpack((await pack(here))?.bytes ?? Buffer.alloc(0));
    const whole = [...files.values()].join("\n");
    expect(whole).toContain("Thôn Đông");
    const { memberId } = here.workers.teams[0] ?? { memberId: "" };
    for (const secret of [CANARY, "Người ghi", "Tổ trưởng Thôn", PHONE, PHONE.slice(1), memberId])
      expect(whole).not.toContain(secret);
    const ledger = files.get("so-cai.csv") ?? "";
    expect(ledger.trim().split("\r\n")).toHaveLength(4);
    const workers = new Set(
      ledger
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[3]),
    );
    expect(workers.size, "two people, told apart").toBe(2);
    const other = unpack((await pack(large))?.bytes ?? Buffer.alloc(0)).get("so-cai.csv") ?? "";
    for (const worker of workers) expect(other).not.toContain(worker);
  });

  it("K01: the verifier in the package finds it equal, and not equal to another mark", async () => {
    const python = findPython();
    if (python === null) return;
    const made = await pack(here);
    const folder = await mkdtemp(path.join(tmpdir(), "goi-mo-"));
    try {
      const zip = path.join(folder, "goi-mo.zip");
      await writeFile(zip, made?.bytes ?? "");
      for (const [name, text] of unpack(made?.bytes ?? Buffer.alloc(0)))
        await writeFile(path.join(folder, name), text);
      const verifier = path.join(folder, "kiem-tra.py");
      const fromZip = runPython(python, [verifier, zip, "--sha256", made?.sha256 ?? ""], "");
      expect(fromZip.output).toContain("EQUAL / KHỚP: 2 thôn/villages");
      expect(fromZip.status).toBe(0);
      const unpacked = runPython(python, [verifier], "");
      expect(unpacked.output, "a folder with other files beside it").toContain("EQUAL / KHỚP: 2");
      const forged = runPython(python, [verifier, zip, "--sha256", "ab".repeat(32)], "");
      expect(forged).toMatchObject({ status: 1 });
      expect(forged.output).toContain("NOT EQUAL / KHÔNG KHỚP: ket-qua.json SHA-256");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("K07: tells a reader in two languages how points are made, with one village by hand", async () => {
    const files = unpack((await pack(here))?.bytes ?? Buffer.alloc(0));
    const vi = files.get("DOC-TRUOC.md") ?? "";
    expect(vi).toContain("Số phải đạt là số nhỏ hơn trong hai số: 50 người mỗi tổ, và 10% số người lớn.");
    expect(vi).toContain("## Thí dụ: Thôn Đông");
    expect(vi).toContain("| Người thành thạo | 7/10 | 60 | 42 |");
    expect(files.get("README.md")).toContain(
      "Asked for is the smaller of 50 people per team and 10% of the adults.",
    );
  });
});

describe("the publication of a year", () => {
  it("K09: strangers see nothing before it, then the page, its list and the package", async () => {
    for (const loader of [year.loader, years.loader, packageFile.loader])
      expect((await open(loader, here)).status).toBe(404);
    const officer = await caller(here);
    const wish = {
      reviewId: here.reviewId,
      document: "15/TB-UBND",
      decidedOn: day("2026-12-02"),
      isRead: true,
    };
    const [first, second] = await Promise.all([publishReview(officer, wish), publishReview(officer, wish)]);
    expect([first?.ok, second?.ok].sort(), "one wins, the other is told").toEqual([false, true]);
    expect([first, second]).toContainEqual(
      expect.objectContaining({ code: "publication_done", document: "15/TB-UBND" }),
    );

    const page = await open(year.loader, here);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain("Thôn Đông");
    expect(html).toContain("Công bố theo 15/TB-UBND ngày 02/12/2026.");
    expect(html).not.toContain("<script");
    expect(html).not.toContain(CANARY);
    expect(await (await open(years.loader, here)).text()).toContain("Thi đua năm 2026");
    const etag = page.headers.get("ETag") ?? "";
    expect((await open(year.loader, here, { "If-None-Match": etag })).status).toBe(304);

    const file = await open(packageFile.loader, here);
    expect(file.headers.get("Content-Type")).toBe("application/zip");
    const mark = file.headers.get("ETag") ?? "";
    expect(html).toContain(mark.replaceAll('"', ""));
    expect((await open(packageFile.loader, here, { "If-None-Match": mark })).status).toBe(304);
    expect((await open(year.loader, { ...here, workers: large.workers })).status, "of another commune").toBe(
      404,
    );
    expect((await open(year.loader, { ...here, reviewId: makeId(1, new Uint8Array(10)) })).status).toBe(404);
  });

  it("K09: a year of thirty villages weighs at most 40 kB and stands without a script", async () => {
    const wish = {
      reviewId: large.reviewId,
      document: "16/TB-UBND",
      decidedOn: day("2026-12-02"),
      isRead: true,
    };
    expect(await publishReview(await caller(large), wish)).toMatchObject({ ok: true });
    const html = await (await open(year.loader, large)).text();
    expect(html).toContain("Thôn Suối Đá 30");
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_PAGE_BYTES);
  });

  it("K09: postings are written down against the days of the law, and never before the decision", async () => {
    const officer = await caller(large);
    const posting = { place: "headquarters", firstDay: day("2026-12-03"), lastDay: null } as const;
    expect(
      await recordPosting(officer, large.reviewId, { ...posting, firstDay: day("2026-12-01") }),
    ).toMatchObject({
      code: "posting_before_decision",
    });
    expect(await recordPosting(officer, large.reviewId, posting)).toMatchObject({ ok: true });
    expect(
      await recordPosting(officer, large.reviewId, { ...posting, lastDay: day("2027-01-05") }),
    ).toMatchObject({ ok: true });
    const desk = await readPublicationDesk(officer, large.reviewId);
    expect(desk?.published?.postings).toEqual({
      headquarters: { firstDay: "2026-12-03", lastDay: "2027-01-05" },
    });
    expect(await recordPosting(await caller(here), large.reviewId, posting), "another commune's").toBeNull();
  });
});
