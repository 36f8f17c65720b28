import type { Notice } from "#app/domain/notices/notice.ts";
import { lastDayInTime } from "#app/domain/reports/reminder.ts";
import { makeFormat } from "./format.ts";
import { reminderSentence, sayReportPeriod } from "./say-report-period.ts";
import { notices as words } from "./vi/notices.ts";
import { reports } from "./vi/reports.ts";

const format = makeFormat("vi");

/** What a phone is called with: the newest notice in words, and how many more there are. */
export function callText(notices: readonly Notice[]) {
  const [newest, ...others] = notices;
  const body = [newest ? detailOf(newest) : "", others.length > 0 ? words.moreNotices(others.length) : ""];
  return {
    title: newest ? titleOf(newest) : words.title,
    body: body.filter((line) => line !== "").join(". "),
    path: "/thong-bao",
  };
}

function titleOf({ events, kind }: Notice): string {
  const [event] = events;
  switch (event.is) {
    case "decision":
      return event.verdict === "approve" || kind === "verified"
        ? words.verified(events.length)
        : words.decisions[event.verdict];
    case "answer":
      return words.answers[event.about][event.accepted ? "yes" : "no"];
    case "award":
      return event.isRevoked ? words.awardRevoked(event.title) : words.awardTitle(event.title);
    case "thanks":
      return words.thanks(
        event.from,
        new Set(events.map((each) => (each.is === "thanks" ? each.from : ""))).size - 1,
      );
    case "training":
      return words.training[event.step](
        event.title,
        event.day === null ? "" : format.date(event.day),
        event.about,
      );
    case "report": {
      const name = event.title ?? words.reportOf(sayReportPeriod(event.periodKey, reports, format));
      return words.reports[reminderSentence(event.step)](name, format.date(lastDayInTime(event.lateFrom)));
    }
    case "task":
      return words.tasks[event.about](event.title, event.day === null ? "" : format.date(event.day));
    case "month":
      return words.months[event.state](monthOf(event.monthId), format.points(event.points));
  }
}

function detailOf({ kind, events }: Notice): string {
  if (kind !== "verified") return "";
  const points = events.reduce((sum, event) => sum + (event.is === "decision" ? event.points : 0), 0);
  return words.earned(format.points(points));
}

function monthOf(id: number): string {
  const name = format.month(Math.floor(id / 100), id % 100);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
