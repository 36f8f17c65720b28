import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const importRejections = {
  file_missing: () => "Choose a file, or paste a table into the box below.",
  file_too_large: ({ maximumMegabytes }) =>
    `The file is larger than ${maximumMegabytes} MB. Take the pictures out, or split it.`,
  file_format_unknown: () => "This kind of file is not known. Use .xlsx, .ods or .csv.",
  workbook_old_format: () =>
    "This is an old Excel file (.xls). Open it in Excel, save it as “Excel Workbook (.xlsx)” and try again.",
  workbook_locked: () =>
    "The file has a password. In Excel go to File > Info > Protect Workbook, remove the password, save and try again.",
  workbook_unreadable: () =>
    "The file is broken or no workbook. Open it in Excel, save it as .xlsx and try again.",
  workbook_too_large: () =>
    "The file unpacks to far too much. Copy the table alone into a new file and try again.",
  csv_not_unicode: () => "The text file is not Unicode. In Excel save it as “CSV UTF-8” and try again.",
  csv_unreadable: () =>
    "The CSV file has a quotation mark that is never closed. Save it as .xlsx and try again.",
  no_header: () =>
    "No heading row was found. There must be one with “Họ và tên” and at least one more column, such as “Năm sinh”.",
  file_legacy_font: () =>
    "The text of the file is in an old font (TCVN3 .VnTime or VNI). Convert the whole file to Unicode and import it again.",
  no_people: () => "No row names a person.",
  too_many_rows: ({ maximum }) => `The file has more than ${maximum} rows. Split it.`,
  import_busy: () => "Several files are waiting to be read. Wait a minute and try again.",
  import_failed: () => "This file could not be read. Save it again in Excel and try again.",
  import_not_open: () => "This import is finished or was thrown away.",
  import_not_ready: ({ count }) => `${count} rows still need a look. Mend them or leave them out first.`,
  import_changed_meanwhile: () =>
    "The roster has just changed, so the rows were planned anew. Look again, then save.",
  import_undo_too_late: ({ hours }) =>
    `An import can be undone within ${hours} hours. Mend people one by one.`,
  import_undo_blocked: ({ names, count }) =>
    `This cannot be undone: ${names.join(", ")}${count > names.length ? ` and ${count - names.length} more` : ""} were changed or used after the import.`,
} satisfies SentencesOf<ImportRefusal>;
