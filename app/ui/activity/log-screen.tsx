import { CLASS_KINDS } from "#app/domain/training/class-sheet.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { trainingHintArea } from "#app/messages/vi/training-hint.ts";
import { reasonsArea } from "#app/messages/vi/verification-reasons.ts";
import { Notice } from "../kit/notice.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { ZaloNotice } from "../offline/zalo-notice.tsx";
import { Page } from "../page.tsx";
import { LogHint, type LogHintView } from "../training/log-hint.tsx";
import { iconOfKind } from "./kind-icon.ts";
import { LogForm, type LogFormProps } from "./log-form.tsx";
import { ACTIVITY_PATHS } from "./paths.ts";
import { SentCard } from "./sent-card.tsx";
import type { RecordView } from "./views.ts";

interface LogScreenProps extends Pick<LogFormProps, "board" | "start" | "answered" | "problems" | "adding"> {
  way: "new" | "after" | "repeat" | "edit" | "taken-back";
  source: RecordView | null;
  hint: LogHintView;
}

/** The form of one kind, with what happened just before on top. */
export function LogScreen({ way, source, hint, ...form }: LogScreenProps) {
  const { activity, reasons, trainingHint } = useMessages(activityArea, reasonsArea, trainingHintArea);
  const words = activity.log;
  const { kind } = form.board;
  const Picture = iconOfKind(kind.key);
  const isEdit = way === "edit";
  const isReturned = isEdit && source?.state === "returned";
  const why = source?.decisions.findLast(({ verdict }) => verdict === "return");
  const reason = why?.reasonCode
    ? (reasons.toReturn as Readonly<Record<string, string>>)[why.reasonCode]
    : null;
  return (
    <Page width="narrow">
      {way === "after" && source ? (
        <SentCard key={source.id} sent={sentOf(source, kind.name, activity)} />
      ) : null}
      {way === "after" && source && CLASS_KINDS.includes(source.activityKey) ? (
        <TextLink to={TRAINING_PATHS.classSheet(source.id)} className="inline-flex min-h-12 items-center">
          {trainingHint.classSheet}
        </TextLink>
      ) : null}
      {way === "taken-back" ? <Notice title={words.withdrawnTitle}>{words.withdrawnBody}</Notice> : null}
      {isReturned && why ? (
        <Notice tone="warning" title={words.returnedBecause}>
          {[reason, why.reason].filter(Boolean).join(". ")} ({why.byName})
        </Notice>
      ) : null}
      <div>
        <h1 className="flex items-center gap-3 text-xl">
          <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
            <Picture size="1.5rem" aria-hidden />
          </span>
          <span className="min-w-0 leading-snug">
            {isReturned ? words.resubmitTitle : isEdit ? words.editTitle : kind.name}
          </span>
        </h1>
        <p className="mt-1">
          {isEdit ? (
            kind.name
          ) : (
            <TextLink to={ACTIVITY_PATHS.log} className="inline-flex min-h-12 items-center">
              {words.otherKind}
            </TextLink>
          )}
        </p>
      </div>
      {isEdit ? null : <ZaloNotice />}
      {isEdit ? null : <LogHint hint={hint} />}
      <LogForm
        {...form}
        isNew={!isEdit}
        hasSent={way === "after" || way === "taken-back"}
        sendLabel={isReturned ? words.sendAgain : isEdit ? words.save : words.send}
      />
    </Page>
  );
}

function sentOf(source: RecordView, kindName: string, activity: ReturnType<typeof useMessages>["activity"]) {
  return {
    id: source.id,
    kindName,
    visits: source.visits,
    people: source.units
      .filter(({ householdId }) => householdId !== null)
      .map(({ householdCode, head, label, slot, outcome }) => ({
        who:
          label ??
          (slot === null
            ? activity.household(householdCode ?? "", head ?? "")
            : `${activity.person(slot)}, ${activity.household(householdCode ?? "", head ?? "")}`),
        outcome: outcome === null ? null : activity.outcomes[outcome],
      })),
  };
}
