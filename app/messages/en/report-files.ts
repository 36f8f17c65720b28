import type { reportFiles as vi } from "../vi/report-files.ts";

export const reportFiles = {
  title: "Print, download, share",
  preview: "See it as printed",
  previewTitle: "The report as printed",
  previewLead: "Just as the Word and PDF files; its figures come from the report and cannot be changed here.",
  docx: "Word",
  pdf: "PDF",
  xlsx: "Excel",
  fragment: "Part to paste (Word)",
  fragmentHint: "The part is the text without head and signature, to be pasted into another report.",
  message: "Message for the Zalo group",
  copy: "Copy the message",
  noticeOpen: "Notice to the teams",
  noticeTitle: "Notice of results to the teams",
  noticeLead: "The figures of the consolidated report, place by place. Download, number, sign and send.",
  back: "Back to the report",
} satisfies typeof vi;
