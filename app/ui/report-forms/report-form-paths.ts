import { REPORT_PATHS } from "../reports/report-paths.ts";

/** Addresses of forms of others. Written out in remix.config.js. */
export const REPORT_FORM_PATHS = {
  list: `${REPORT_PATHS.office}/bieu-mau`,
  one: (id: string) => `${REPORT_PATHS.office}/bieu-mau/${id}`,
  filled: (id: string, period: string) => `${REPORT_PATHS.office}/bieu-mau/${id}/da-dien.xlsx?ky=${period}`,
} as const;

export const FORM_ACCEPT = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
