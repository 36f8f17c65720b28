/** Addresses of reports. Written out in remix.config.js. */
export const REPORT_PATHS = {
  own: "/bao-cao",
  one: (id: string) => `/bao-cao/${id}`,
  office: "/van-phong/bao-cao",
  call: (id: string) => `/van-phong/bao-cao/dot/${id}`,
  sheet: (id: string) => `/van-phong/bao-cao/ban/${id}`,
  request: "/van-phong/bao-cao/yeu-cau",
  youth: "/van-phong/bao-cao/doan-thanh-nien",
  direction: "/van-phong/chi-dao",
} as const;

/** Under the address of one report. */
export const REPORT_PREVIEW = "/ban-in";
export const REPORT_FILES = {
  docx: "/tep/bao-cao.docx",
  pdf: "/tep/bao-cao.pdf",
  xlsx: "/tep/bao-cao.xlsx",
  fragment: "/tep/phan-ghep.docx",
} as const;

/** Of the consolidated report: what the teams are told. */
export const REPORT_NOTICE = "/thong-bao";
export const NOTICE_FILES = {
  docx: "/tep/thong-bao.docx",
  pdf: "/tep/thong-bao.pdf",
} as const;
