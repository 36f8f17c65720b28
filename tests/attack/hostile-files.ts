import { zipSync } from "fflate";
import sharp from "sharp";
import { lyingArchive, workbookOf } from "#tests/support/hostile-workbook.ts";
import { pngOfSides } from "#tests/support/png-of-sides.ts";

export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1_024 * 1_024;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Stands in the file that an external entity asks for, wherever it is read. */
export const ENTITY_TARGET = "/etc/hostname";

/** What people with bad intent, and broken phones, send where a file is asked for. */
export async function makeHostileFiles(): Promise<HostileFile[]> {
  const good = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#3a6" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#3a6" } })
    .png()
    .toBuffer();
  const script = "<!doctype html><script>window.__ran=1</script>";
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="window.__ran=1"><script>window.__ran=1</script></svg>';
  const text = (body: string) => new Uint8Array(Buffer.from(body));
  const sheet = (rows: string, doctype = "") =>
    workbookOf({
      "xl/worksheets/sheet1.xml": `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    });
  const entity = '<row><c t="inlineStr"><is><t>&x;</t></is></c></row>';
  const laughter = `<!DOCTYPE w [<!ENTITY l0 "ha">${Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("")}]>`;
  const bomb = workbookOf({ "xl/worksheets/sheet1.xml": new Uint8Array(150 * MEGABYTE) });
  const jpeg = (what: string, bytes: Uint8Array, name = "anh.jpg"): HostileFile => ({
    what,
    name,
    type: "image/jpeg",
    bytes,
  });
  const book = (what: string, bytes: Uint8Array, name = "bang.xlsx"): HostileFile => ({
    what,
    name,
    type: XLSX,
    bytes,
  });
  return [
    jpeg("nothing", new Uint8Array()),
    jpeg("one byte", new Uint8Array([0xff])),
    jpeg("a JPEG cut in the middle", good.subarray(0, good.length / 2)),
    jpeg("the first bytes of a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])),
    jpeg("a page named .jpg", text(script)),
    jpeg(
      "a JPEG's head on a script",
      new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(script)])),
    ),
    jpeg(
      "a picture and an archive in one",
      new Uint8Array(Buffer.concat([good, zipSync({ "a.html": text(script) })])),
    ),
    jpeg("a picture that says it is a GIF", new Uint8Array(Buffer.concat([Buffer.from("GIF89a"), good]))),
    { what: "an SVG with a script", name: "anh.svg", type: "image/svg+xml", bytes: text(svg) },
    jpeg("an SVG named .jpg", text(svg)),
    jpeg("a PNG of 256 megapixels", pngOfSides(16_000, 16_000, 16_000), "anh.png"),
    jpeg("a PNG of 900 megapixels", pngOfSides(30_000, 30_000, 30_000), "anh.png"),
    jpeg("a PNG whose pixels never come", png.subarray(0, 40), "anh.png"),
    jpeg("a GIF of 10,000 frames", gifOf(10_000), "anh.gif"),
    jpeg("a picture with a path for a name", good, "../../../../tmp/attacked.jpg"),
    jpeg("a picture with a path of Windows for a name", good, "..\\..\\attacked.jpg"),
    jpeg("a picture with a very long name", good, `${"a".repeat(4_000)}.jpg`),
    jpeg("a picture with line ends in its name", good, "a\r\nX-Injected: a=b\r\n.jpg"),
    jpeg("a picture with a script for a name", good, '"><img src=x onerror=window.__ran=1>.jpg'),
    jpeg("eleven megabytes", new Uint8Array(11 * MEGABYTE).fill(0xff)),
    book("a workbook that unpacks to 150 MB", bomb),
    book("the same one that lies about it", lyingArchive(bomb)),
    book(
      "an archive of 3,000 parts",
      workbookOf(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`x/${n}`, new Uint8Array(1)]))),
    ),
    book("entities that grow a billionfold", sheet(entity.replace("&x;", "&l10;"), laughter)),
    book("an external entity", sheet(entity, `<!DOCTYPE w [<!ENTITY x SYSTEM "file://${ENTITY_TARGET}">]>`)),
    book(
      "an external entity over the network",
      sheet(entity, '<!DOCTYPE w [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'),
    ),
    book("millions of cells", sheet(`<row>${"<c><v>1</v></c>".repeat(60)}</row>`.repeat(60_000))),
    book("a path within the archive", workbookOf({ "../../../../tmp/attacked": "x" })),
    book("half a workbook", sheet("<row/>").slice(0, 300)),
    book("Excel of 1997", compound("Workbook"), "bang.xls"),
    {
      what: "a document that unpacks to 150 MB",
      name: "a.docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: zipSync({
        "[Content_Types].xml": text("<Types/>"),
        "word/document.xml": new Uint8Array(150 * MEGABYTE),
      }),
    },
    {
      what: "a PDF with a script",
      name: "a.pdf",
      type: "application/pdf",
      bytes: text(
        "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>",
      ),
    },
    { what: "a page named .pdf", name: "a.pdf", type: "application/pdf", bytes: text(script) },
    {
      what: "a program",
      name: "a.pdf",
      type: "application/pdf",
      bytes: text("MZ\x90\0This program cannot be run"),
    },
    {
      what: "the test virus of EICAR",
      name: "a.pdf",
      type: "application/pdf",
      bytes: text(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("")),
    },
    {
      what: "a table of formulas",
      name: "a.csv",
      type: "text/csv",
      bytes: text(`Họ và tên,Thôn\n"=HYPERLINK(""http://x.invalid"")",@SUM(1)\n+cmd|' /C calc'!A0,-1`),
    },
    { what: "a table with NUL", name: "a.csv", type: "text/csv", bytes: text("Họ và tên,Thôn\nA\0B,Thôn 1") },
    {
      what: "a table of one line of 9 MB",
      name: "a.csv",
      type: "text/csv",
      bytes: new Uint8Array(9 * MEGABYTE).fill(0x61),
    },
    {
      what: "a table whose quote never ends",
      name: "a.csv",
      type: "text/csv",
      bytes: text(`Họ và tên,Thôn\n"${"x".repeat(300_000)}`),
    },
  ];
}

function compound(inside: string): Uint8Array {
  const file = new Uint8Array(4_096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(Buffer.from([...inside].join("\0"), "latin1"), 1_024);
  return file;
}

function gifOf(frames: number): Uint8Array {
  const head = Buffer.from("4749463839610a000a0080000000000000ffffff", "hex");
  const frame = Buffer.from(
    "21f904000a000000002c000000000a000a000002088c8fa9cbed0f63002b003b".slice(0, 56),
    "hex",
  );
  return new Uint8Array(
    Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]),
  );
}
