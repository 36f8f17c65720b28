import * as sessionNew from "#app/routes/office/training-session-new.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, type TestOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

export interface TrainingTeam extends LoggingTeam {
  readonly desk: TestBrowser;
  as(accountId: string): Promise<TestBrowser>;
  /** A session of today at 8:30, which is open at nine; its id. */
  session(wish?: Record<string, string | string[]>): Promise<string>;
}

export const SESSION = {
  title: "Hướng dẫn nộp hồ sơ trực tuyến",
  topics: ["public-services"],
  mode: "in_person",
  place: "Nhà văn hóa thôn Đông",
  heldOn: "2026-11-20",
  startsAt: "8:30",
  minutes: "120",
  isMandatory: "yes",
} as const;

export function pairs(form: Readonly<Record<string, string | readonly string[]>>): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[name, value] as [string, string]]
      : value.map((one) => [name, one] as [string, string]),
  );
}

/** A village's team, and an office that trains it. */
export async function makeTrainingTeam(office: TestOffice): Promise<TrainingTeam> {
  office.setNow(NOW);
  const team = await makeLoggingTeam(office);
  const desk = await team.commune.browser();
  return {
    ...team,
    desk,
    as: (accountId) => team.commune.browser(accountId),
    async session(wish = {}) {
      const id = freshId();
      const { status, body } = await desk.post(
        sessionNew.action,
        "/van-phong/tap-huan/moi",
        pairs({ id, ...SESSION, ...wish }),
      );
      if (status !== 303) throw new Error(JSON.stringify(body));
      return id;
    },
  };
}
