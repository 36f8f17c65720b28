import type { FormRefusal } from "#app/domain/report-forms/form-mapping.ts";
import type { SentencesOf } from "../rejections.ts";

export const reportFormRefusals = {
  form_file_missing: () => "Choose the file of the form.",
  form_file_too_large: ({ maximumMegabytes }) =>
    `The form is larger than ${maximumMegabytes} MB. Take pictures out of it and send it again.`,
  form_old_format: () => "This is an old Excel file (.xls). Save it as .xlsx in Excel and send it again.",
  form_locked: () => "The file is under a password. Take the password off and send it again.",
  form_unreadable: () => "This file cannot be read. Save it as .xlsx in Excel and send it again.",
  form_unpacks_too_large: () => "The file unpacks to far more than a form. Keep only the sheets to fill in.",
  form_runs_things: () =>
    "The file carries a program (macro) and is not taken. Save it as .xlsx without macros.",
  form_busy: () => "Many files are waiting to be read. Wait a minute and try again.",
  form_space_used_up: ({ maximumMegabytes }) =>
    `The forms of the commune fill all of ${maximumMegabytes} MB.`,
  form_too_many: ({ maximum }) => `There are ${maximum} forms already. Remove one that is not used any more.`,
  form_cell_unknown: () => "Type the cell as in Excel: letters of the column, number of the row, such as C7.",
  form_sheet_unknown: () => "Choose a sheet of the form.",
  form_cell_formula: ({ cell }) => `Cell ${cell} has a formula; the form reckons it. Choose another cell.`,
  form_cell_text: ({ cell, text }) => `Cell ${cell} has “${text}” printed in it. Choose an empty cell.`,
  form_cell_covered: ({ cell, anchor }) =>
    `Cell ${cell} is inside a merged cell. Use its first cell: ${anchor}.`,
  form_cell_taken: ({ cell }) => `Cell ${cell} has a figure already. Take that one off first.`,
  form_metric_of_villages: () => "This figure is known village by village only. Choose to fill it as a list.",
  form_metric_of_commune: () => "This figure is known for the whole commune only. Choose to fill one cell.",
  form_mapping_full: ({ maximum }) => `${maximum} cells have figures, which is the most.`,
  form_changed_meanwhile: () => "Somebody has just changed this form. Load the page again.",
} satisfies SentencesOf<FormRefusal>;
