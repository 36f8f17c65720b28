import type { ReportPaper } from "#app/domain/reports/report.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";
import { senderOf } from "./compose-report.ts";

/** L15: two lines for the group chat, in the very figures of the report. */
export function composeShareText({ body }: ReportPaper): string {
  const { share } = words;
  const { work, measures } = body;
  return [
    share.title(senderOf(body), words.period(body.period)),
    ...(work === null ? [] : [share.line(work.visits, work.proficient, work.households)]),
    ...(measures?.people == null || !measures.peopleAsked
      ? []
      : [share.quota(measures.people, measures.peopleAsked)]),
  ].join("\n");
}
