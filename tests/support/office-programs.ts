import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";

/** One of the parts that a document or workbook is zipped of. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`${name} is not in the file`);
  return strFromU8(part);
}

/** LibreOffice where it is installed; CI installs it. */
export function findOffice(): string | null {
  return find("soffice") ?? find("libreoffice");
}

/** Of poppler, where it is installed; CI installs it. */
export function findPdfToText(): string | null {
  return find("pdftotext");
}

function find(name: string): string | null {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

const CONVERTED = {
  docx: { filter: "txt:Text (encoded):UTF8", ending: "txt" },
  xlsx: { filter: "csv:Text - txt - csv (StarCalc):44,34,76", ending: "csv" },
} as const;

/** What LibreOffice reads in a file; its first sheet of a workbook. */
export function readByOffice(office: string, bytes: Uint8Array, type: keyof typeof CONVERTED): string {
  return inFolder((folder) => {
    const { filter, ending } = CONVERTED[type];
    writeFileSync(path.join(folder, `paper.${type}`), bytes);
    execFileSync(office, [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      folder,
      path.join(folder, `paper.${type}`),
    ]);
    return readFileSync(path.join(folder, `paper.${ending}`), "utf8").replace(/^\uFEFF/, "");
  });
}

/** Several files in one go: the office takes seconds to start and hardly any to read. */
export function readAllByOffice<Name extends string>(
  office: string,
  files: Readonly<Record<Name, Uint8Array>>,
  type: keyof typeof CONVERTED,
): Record<Name, string> {
  return inFolder((folder) => {
    const { filter, ending } = CONVERTED[type];
    const names = Object.keys(files) as Name[];
    for (const name of names) writeFileSync(path.join(folder, `${name}.${type}`), files[name]);
    execFileSync(office, [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      folder,
      ...names.map((name) => path.join(folder, `${name}.${type}`)),
    ]);
    const read = (name: Name) =>
      readFileSync(path.join(folder, `${name}.${ending}`), "utf8").replace(/^\uFEFF/, "");
    return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string>;
  });
}

export function readPdfText(pdfToText: string, bytes: Uint8Array): string {
  return inFolder((folder) => {
    const file = path.join(folder, "paper.pdf");
    writeFileSync(file, bytes);
    return execFileSync(pdfToText, ["-raw", file, "-"], { encoding: "utf8" });
  });
}

function inFolder<Answer>(work: (folder: string) => Answer): Answer {
  const folder = mkdtempSync(path.join(tmpdir(), "tds-golden-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
