import { describe, expect, it } from "vitest";
import { judgeFile, LARGEST_FILE_MB } from "./stored-file.ts";

const bytesOf = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));
const pdf = (inside: string) => bytesOf(`%PDF-1.7\n1 0 obj << ${inside} >> endobj\nstartxref\n9\n%%EOF\n`);
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe("J26: what a paper that was scanned is", () => {
  it("is told by its bytes: a PDF, a PNG or a JPEG, whole", () => {
    expect(judgeFile(pdf("/Type /Catalog"))).toEqual({ ok: true, kind: "pdf" });
    expect(judgeFile(Uint8Array.from([...png, 1, 2, ...bytesOf("IEND"), 1, 2, 3, 4]))).toMatchObject({
      kind: "png",
    });
    expect(judgeFile(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 0xff, 0xd9, 0, 0]))).toMatchObject({
      kind: "jpeg",
    });
  });

  it("is not what its name says", () => {
    for (const text of ["<svg onload=alert(1)>", "PK\u0003\u0004", "MZ", "<!doctype html>%PDF-1.7 %%EOF"])
      expect(judgeFile(bytesOf(text))).toMatchObject({ refusal: { code: "file_not_paper" } });
    expect(judgeFile(new Uint8Array(0))).toMatchObject({ refusal: { code: "file_missing" } });
  });

  it("that was cut off on the way is refused", () => {
    expect(judgeFile(bytesOf("%PDF-1.7\n1 0 obj"))).toMatchObject({ refusal: { code: "file_broken" } });
    expect(judgeFile(Uint8Array.from([...png, 1, 2, 3]))).toMatchObject({ refusal: { code: "file_broken" } });
    expect(judgeFile(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]))).toMatchObject({
      refusal: { code: "file_broken" },
    });
  });

  it("that would run something or carries another file is refused, however it is spelled", () => {
    for (const inside of [
      "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
      "/S /Java#53cript",
      "/Launch",
      "/Names << /EmbeddedFiles 3 0 R >>",
    ])
      expect(judgeFile(pdf(inside))).toMatchObject({ refusal: { code: "file_runs_things" } });
  });

  it("ends at its largest size", () => {
    const large = new Uint8Array(LARGEST_FILE_MB * 1024 * 1024 + 1);
    expect(judgeFile(large)).toMatchObject({ refusal: { code: "file_too_large" } });
  });
});
