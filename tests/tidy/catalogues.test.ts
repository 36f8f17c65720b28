import { describe, expect, it } from "vitest";
import { en } from "#app/messages/en.ts";
import { vi } from "#app/messages/vi.ts";
import {
  compareCatalogues,
  findSilentRefusals,
  findUnhandledJobs,
  findUnsaidDeeds,
  listRefusalCodes,
} from "./checks/catalogues.ts";
import { house, planted } from "./house.ts";

describe("catalogues", () => {
  it("every job has a worker", () => {
    expect(findUnhandledJobs(house)).toEqual([]);
  });

  it("every code with which the house refuses has a sentence in Vietnamese and in English", () => {
    expect(findSilentRefusals(house, { vi: vi.rejections, en: en.rejections })).toEqual([]);
  });

  it("every deed that an address tells of is said by a page", () => {
    expect(findUnsaidDeeds(house)).toEqual([]);
  });

  it("both languages say the same things", () => {
    expect(compareCatalogues(vi, en)).toEqual([]);
  });
});

describe("canaries of the catalogues", () => {
  const job = {
    path: "app/features/a/send-notice.job.ts",
    text: 'export const sendNotice = defineJob({ name: "a.send-notice" });',
  };

  it("a job nobody handles is found, also when a worker only mentions it in its imports", () => {
    const idle = {
      path: "workers/a.ts",
      text: 'import { sendNotice } from "#app/features/a/send-notice.job.ts";',
    };
    expect(findUnhandledJobs([job])).toHaveLength(1);
    expect(findUnhandledJobs([job, idle])).toHaveLength(1);
    expect(findUnhandledJobs([job, { ...idle, text: `${idle.text} handle(sendNotice, run);` }])).toEqual([]);
  });

  it("a job file that defines nothing is found", () => {
    expect(findUnhandledJobs(planted("app/features/a/b.job.ts", "export const a = 1;"))).toHaveLength(1);
  });

  it("a refusal without a sentence is found in the language that lacks it", () => {
    const files = planted(
      "app/domain/a.ts",
      'const no = () => refused({ code: "team_too_small", minimum: 5 });',
    );
    expect(findSilentRefusals(files, { vi: { team_too_small: "Tổ ít người" }, en: {} })).toEqual([
      'app/domain/a.ts:1 refuses with "team_too_small", for which en has no sentence',
    ]);
    expect(findSilentRefusals(files, { vi: { team_too_small: " " } })).toHaveLength(1);
  });

  it("codes are read from refused(), from plain verdicts and from both branches of a choice", () => {
    const text =
      'const a = refused({ code: x ? "one" : "two" }); const b = { ok: false, code: "three" } as const;';
    expect(listRefusalCodes(planted("app/features/a/b.server.ts", text)).map(({ code }) => code)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  it("a deed that no page says is found, also when the page only asks whether there is one", () => {
    const sender = {
      path: "app/features/a/answer-request.server.ts",
      text: "return\n goOn(`/a?xong=yeu-cau`);",
    };
    const page = (text: string) => ({ path: "app/routes/office/a.tsx", text });
    expect(findUnsaidDeeds([sender, page('search.has("xong") ? "gui" : "/yeu-cau"')])).toEqual([
      'app/features/a/answer-request.server.ts:2 sends "xong=yeu-cau", which no page names',
    ]);
    expect(findUnsaidDeeds([sender, page('done === "yeu-cau" ? <Flash /> : null')])).toEqual([]);
    const sentences = { path: "app/messages/vi/a.ts", text: 'done: { "yeu-cau": "Đã gửi." }' };
    expect(findUnsaidDeeds([sender, sentences])).toEqual([]);
  });

  it("catalogues that differ are found", () => {
    const first = { a: "một", b: (n: number) => `${n}`, c: { d: "hai" } };
    const second = { a: "one", b: (n: number) => `${n}`, c: { d: "two" } };
    expect(compareCatalogues(first, second)).toEqual([]);
    expect(compareCatalogues(first, { ...second, c: {} })).toEqual(["c.d is missing in en"]);
    expect(compareCatalogues({ ...first, c: {} }, second)).toEqual(["c.d is missing in vi"]);
    expect(compareCatalogues({ ...first, a: "" }, second)).toEqual(["a is empty"]);
    expect(compareCatalogues({ ...first, a: "o\u0323" }, second)).toEqual([
      "a is not in composed form (NFC)",
    ]);
    expect(compareCatalogues(first, { ...second, b: "" })).toEqual([
      "b is not of one kind in both languages",
    ]);
    expect(compareCatalogues(first, { ...second, a: { x: "one" } })).toHaveLength(1);
  });
});
