import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperPdf } from "#app/features/documents/write-paper-pdf.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { noticePaper } from "#app/messages/notice-paper.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";
import { composeNotice } from "./compose-notice.ts";
import { composeFragment, composeReport } from "./compose-report.ts";
import { type ReportWish, readReport } from "./read-report.server.ts";

export interface ReportFileWish extends ReportWish {
  /** "bao-cao.docx" */
  readonly file: string | undefined;
  /** Where to go on while the printer is busy. */
  readonly back: string;
}

/** One report as a file: whole as DOCX, PDF or XLSX, or its text to paste into another. */
export async function answerReportFile(caller: Caller, wish: ReportFileWish): Promise<Response> {
  const found = await readReport(caller, wish);
  if (found === null) throw notFound();
  const { report, setting } = found;
  const period = words.period(report.body.period);
  const { files } = words;
  switch (wish.file) {
    case "bao-cao.docx":
      return answerFile(
        await writePaperDocx(composeReport(report, setting)),
        `${files.report(period)}.docx`,
        "docx",
      );
    case "bao-cao.xlsx":
      return answerFile(
        await writePaperXlsx(composeReport(report, setting)),
        `${files.report(period)}.xlsx`,
        "xlsx",
      );
    case "phan-ghep.docx":
      return answerFile(
        await writePaperDocx(composeFragment(report, setting)),
        `${files.fragment(period)}.docx`,
        "docx",
      );
    case "bao-cao.pdf": {
      const printed = await writePaperPdf(caller.platform, composeReport(report, setting));
      return printed.ok
        ? answerFile(printed.output, `${files.report(period)}.pdf`, "pdf")
        : goOn(whilePrinterIsBusy(wish.back));
    }
    case "thong-bao.docx": {
      const notice = composeNotice(report, setting);
      if (notice === null) throw notFound();
      return answerFile(await writePaperDocx(notice), `${noticePaper.file(period)}.docx`, "docx");
    }
    case "thong-bao.pdf": {
      const notice = composeNotice(report, setting);
      if (notice === null) throw notFound();
      const printed = await writePaperPdf(caller.platform, notice);
      return printed.ok
        ? answerFile(printed.output, `${noticePaper.file(period)}.pdf`, "pdf")
        : goOn(whilePrinterIsBusy(wish.back));
    }
    default:
      throw notFound();
  }
}
