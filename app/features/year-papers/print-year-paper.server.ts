import { createHash } from "node:crypto";
import path from "node:path";
import type { PaperCheck } from "#app/domain/documents/paper.ts";
import { type PaperForm, type Printed, writePaperCode } from "#app/domain/year-papers/issued-paper.ts";
import { YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperPdf } from "#app/features/documents/write-paper-pdf.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import type { ApartAnswer } from "#app/platform/apart/apart.ts";
import { readKeptFile } from "#app/platform/files/file-store.server.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface KeptPaper {
  readonly communeId: number;
  readonly content: string;
  /** Of the content, in lower-case hex. */
  readonly sha256: string;
  readonly resultSha256: string;
  readonly issuedAt: number;
}

export type Press = Pick<Platform, "apart"> & {
  readonly config: Pick<Platform["config"], "appRoot" | "dataDir" | "publicOrigins">;
};

/** One of the forms of a paper, out of what is kept and nothing else: today's file says what that of last year said. */
export async function printYearPaper(
  press: Press,
  paper: KeptPaper,
  form: PaperForm,
): Promise<ApartAnswer<Uint8Array>> {
  const { printed } = JSON.parse(paper.content) as { readonly printed: Printed };
  return printOut(press, printed, form, checkOf(press, paper));
}

export async function printOut(
  press: Press,
  printed: Printed,
  form: PaperForm,
  check: PaperCheck | null,
): Promise<ApartAnswer<Uint8Array>> {
  const packages = path.join(press.config.appRoot, "node_modules");
  switch (printed.is) {
    case "slides":
      return press.apart.run("print-slides", { packages, slides: printed.slides, check });
    case "sheets": {
      const emblem = await readEmblem(press, printed.sheets.emblemSha256);
      return press.apart.run("print-merit-sheets", { packages, sheets: printed.sheets, emblem, check });
    }
    case "paper": {
      const paper = { ...printed.paper, check };
      if (form === "docx") return { ok: true, output: await writePaperDocx(paper) };
      if (form === "xlsx") return { ok: true, output: await writePaperXlsx(paper) };
      return writePaperPdf(press as Pick<Platform, "apart" | "config">, paper);
    }
  }
}

function checkOf({ config }: Press, { communeId, sha256, resultSha256, issuedAt }: KeptPaper): PaperCheck {
  const code = writePaperCode({ communeId, start: sha256.slice(0, 16) });
  const origin = config.publicOrigins[0];
  return {
    line: yearPaper.check.line(code, resultSha256, issuedAt),
    link: origin ? `${origin}${YEAR_PAPER_PATHS.check(code)}` : null,
    hint: yearPaper.check.hint,
  };
}

async function readEmblem({ config }: Press, sha256: string | null) {
  const bytes = sha256 === null ? null : await readKeptFile(config.dataDir, sha256);
  if (bytes === null) return null;
  return {
    bytes: new Uint8Array(bytes),
    type: bytes[0] === 0x89 ? ("image/png" as const) : ("image/jpeg" as const),
  };
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
