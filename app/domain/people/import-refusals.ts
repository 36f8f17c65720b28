/** Why a file is not taken, or an import not carried out. */
export type ImportRefusal =
  | { code: "file_missing" }
  | { code: "file_too_large"; maximumMegabytes: number }
  | { code: "file_format_unknown" }
  | { code: "workbook_old_format" }
  | { code: "workbook_locked" }
  | { code: "workbook_unreadable" }
  | { code: "workbook_too_large" }
  | { code: "csv_not_unicode" }
  | { code: "csv_unreadable" }
  | { code: "no_header" }
  /** Not even the heading can be read: the whole file is in a font of the 1990s. */
  | { code: "file_legacy_font" }
  | { code: "no_people" }
  | { code: "too_many_rows"; maximum: number }
  | { code: "import_busy" }
  | { code: "import_failed" }
  | { code: "import_not_open" }
  | { code: "import_not_ready"; count: number }
  | { code: "import_changed_meanwhile" }
  | { code: "import_undo_too_late"; hours: number }
  | { code: "import_undo_blocked"; names: readonly string[]; count: number };

export const MOST_IMPORT_ROWS = 20_000;
export const UNDO_HOURS = 24;
export const LARGEST_FILE_MB = 10;
