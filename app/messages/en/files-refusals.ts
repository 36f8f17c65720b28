import type { FileRefusal } from "#app/domain/files/stored-file.ts";
import type { SentencesOf } from "../rejections.ts";

export const fileRejections = {
  file_missing: () => "Choose the file to send.",
  file_too_large: ({ maximumMegabytes }) =>
    `The file is larger than ${maximumMegabytes} MB. Scan it in black and white, or in several files.`,
  file_not_paper: () => "Only PDF files and JPG or PNG pictures are taken.",
  file_broken: () => "The file is broken or was not sent whole. Try again.",
  file_runs_things: () => "This PDF runs code or holds another file. Print it to PDF again and send that.",
  file_id_reused: () => "Another file was sent with this form. Reload the page and send again.",
  files_of_day_used_up: ({ maximum }) => `You have sent ${maximum} files today. Go on tomorrow.`,
  files_of_commune_used_up: ({ maximumMegabytes }) =>
    `The store of files has reached ${maximumMegabytes} MB. Tell the administrator.`,
} satisfies SentencesOf<FileRefusal>;
