import type { HouseholdProblem } from "#app/domain/households/plan-household-import.ts";
import { householdImport as vi } from "../vi/household-import.ts";

const cells = { code: "code", lane: "lane", head: "head" } as const;

export const householdImport = {
  title: "Import households",
  lead: "Bring the workbook you have. Look at every line, mend it in place, then take it over.",
  trail: "Import households",
  open: "Import a file",
  template: "Download a template",
  // Workbooks are papers of the office: Vietnamese in every language of the screen.
  templateFile: vi.templateFile,
  citizenIds:
    "A column of identity numbers (CCCD) is never read. Of a phone only the last 3 digits are kept.",
  file: "File",
  fileHint:
    "Excel (.xlsx), LibreOffice (.ods) or CSV, 10 MB at most. Leave headings, village rows and totals as they are.",
  pasted: "Or paste from Excel",
  pastedHint: "Select the heading row too, copy, and paste here.",
  effectiveOn: "On the list from",
  effectiveOnHint: "The day new households begin to count.",
  read: "Read the file and look",
  phases: {
    read: "Reading the file…",
    compare: "Comparing with the lists you have…",
    write: "Writing the list…",
    close: "Almost done, keeping each line…",
  },
  households: "Households",
  stayHere: "Leave this page open. The whole list is written, or nothing.",
  earlier: "Recent imports",
  dropped: "Import dropped. The list of households is as it was.",
  columns: { file: "File", when: "When", state: "State", result: "Result" },
  states: { previewed: "Preview", applied: "Taken over", undone: "Undone", discarded: "Dropped" },
  result: (made: string, changed: string) => `${made} new, ${changed} updated`,
  preview: (file: string) => `Preview: ${file}`,
  fates: { problem: "To mend", create: "New", update: "Update", same: "Unchanged", ignored: "Left out" },
  fateLeads: {
    problem: "Each line says what is wrong and how to mend it.",
    create: "Not on the list yet; will be added.",
    update: "Known; what is named beside it will change.",
    same: "Known, and just as in the file.",
    ignored: "You left these lines out.",
  },
  filter: "Kinds of lines",
  row: (row: number, sheet: string) => (sheet === "" ? `Row ${row}` : `Row ${row}, sheet ${sheet}`),
  seeRow: (row: number) => `See row ${row}.`,
  fields: { village: "Village", code: "Code", lane: "Lane", head: "Head", adults: "Adults" },
  codeGiven: "Given by itself",
  changes: { lane: "lane", head: "head", adults: "adults", priorities: "priority" },
  changesTo: (fields: string) => `Changes: ${fields}`,
  act: "Choose",
  change: "Change",
  mend: "Save",
  leaveOut: "Leave out",
  takeBack: "Take back",
  leaveOutAll: (count: number) => `Leave out all ${count}`,
  problemsLeft: (count: number) => `${count} lines to look at`,
  problemsLeftBody: "Mend each below, or leave them out. Nothing has been taken over yet.",
  ready: "Ready",
  readyBody: (made: string, changed: string) => `${made} households will be added, ${changed} updated.`,
  nothingToDo: "This file changes nothing",
  nothingToDoBody: "Every line is on the list already, just as in the file.",
  apply: "Take over",
  discard: "Drop this import",
  applied: "Taken over",
  appliedBody: (made: string, changed: string) => `${made} new, ${changed} updated.`,
  undo: "Undo the whole import",
  undoUntil: (moment: string) =>
    `Can be undone until ${moment}, as long as nobody changed these households or worked in them.`,
  undone: "Undone",
  undoneBody: "The list is as before this import.",
  toList: "See the list",
  facts: {
    appliedBefore: (moment: string) => `This very file was taken over at ${moment}. Again it adds nobody.`,
    citizenIds: "The file has a column of identity numbers. It is skipped on purpose: none is stored.",
    noAdults: "No column says how many are 18 or older: each household counts 1 for now, to be corrected.",
    notHouseholds: (sections: number, totals: number) =>
      `Not households: ${sections} village rows, ${totals} totals.`,
  },
  problems: {
    village_missing: () => "Which village is not clear. Choose one.",
    village_unknown: ({ found }) => `There is no “${found}”. Choose the right name.`,
    head_missing: () => "The head is missing.",
    adults_unclear: ({ found }) =>
      found === "" ? "Adults are missing: a number from 0 to 40." : `“${found}” is no number from 0 to 40.`,
    household_text_invalid: ({ field }) =>
      `The ${cells[field]} has strange signs, is too long, or holds an identity number. Type it again.`,
    duplicate_in_file: () => "Repeats another line of the file. Leave it out, or give another code.",
    household_ambiguous: ({ codes }) =>
      `The list has this head in this lane under ${codes.join(", ")}. Use that code, or another lane.`,
  } satisfies {
    [Code in HouseholdProblem["code"]]: (facts: Extract<HouseholdProblem, { code: Code }>) => string;
  },
  sheet: vi.sheet,
} satisfies typeof vi;
