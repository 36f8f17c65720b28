import { Form } from "@remix-run/react";
import QrCodeIcon from "lucide-react/icons/qr-code";
import Video from "lucide-react/icons/video";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { SessionFacts } from "./session-facts.tsx";
import type { OwnSessionView } from "./views.ts";

interface OwnSessionProps {
  session: OwnSessionView;
  topicName: (key: string) => string;
  /** The first day that still takes work. */
  openFrom: LocalDate;
  answer: FormAnswer | undefined;
}

const TONES: Readonly<Record<"present" | "absent" | "asked" | "excused", Tone>> = {
  present: "accent",
  absent: "danger",
  asked: "gold",
  excused: "neutral",
};

/** One session as the member meets it: where to be, the sign-in, leave, and what it earned. */
export function OwnSession({ session, topicName, openFrom, answer }: OwnSessionProps) {
  const { training: words } = useMessages(trainingArea);
  const state = session.state ?? (session.isOver && !session.isDoorOpen ? "absent" : null);
  const isWaiting = session.state === null || session.state === "absent" || session.state === "asked";
  return (
    <li className="rounded-xl border border-line bg-surface p-5 shadow-card">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 text-lg leading-snug">{session.title}</h3>
        {state ? <Pill tone={TONES[state]}>{words[state]}</Pill> : null}
      </div>
      <SessionFacts session={session} topicName={topicName} />
      <div className="mt-4 grid gap-3">
        {session.isDoorOpen && session.state !== "present" ? (
          <LinkButton to={`${TRAINING_PATHS.checkIn}?buoi=${session.id}`} icon={QrCodeIcon}>
            {words.signIn}
          </LinkButton>
        ) : null}
        {!session.isOver && session.link ? (
          <a
            href={session.link}
            rel="noreferrer"
            target="_blank"
            className={buttonStyle({ variant: "secondary" })}
          >
            <Video size="1.25em" aria-hidden />
            {words.join}
          </a>
        ) : null}
        {session.isInvited && !session.isOver && isWaiting ? (
          <AskExcuse session={session} answer={answer} />
        ) : null}
        <Earned session={session} openFrom={openFrom} />
      </div>
    </li>
  );
}

function AskExcuse({ session, answer }: { session: OwnSessionView; answer: FormAnswer | undefined }) {
  const { training: words } = useMessages(trainingArea);
  const isThis = answer?.values.sessionId === session.id;
  const id = `reason-${session.id}`;
  return (
    <Disclosure summary={words.askExcuse} isOpen={isThis}>
      <Form method="post" preventScrollReset noValidate className="grid gap-4">
        <input type="hidden" name="sessionId" value={session.id} />
        <TextArea
          id={id}
          name="reason"
          label={words.excuseReason}
          rows={2}
          error={isThis ? answer?.problems.reason : undefined}
        />
        <SubmitButton name="act" value="excuse" variant="secondary">
          {words.excuseSend}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}

function Earned({ session, openFrom }: Pick<OwnSessionProps, "session" | "openFrom">) {
  const { training: words } = useMessages(trainingArea);
  if (session.state !== "present" || !session.isMandatory) return null;
  if (session.claimId !== null)
    return (
      <p>
        <TextLink to={ACTIVITY_PATHS.record(session.claimId)} className="inline-flex min-h-12 items-center">
          {words.claimOpen}
        </TextLink>
      </p>
    );
  if (session.heldOn < openFrom) return null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={session.id} />
      <SubmitButton name="act" value="claim-session" variant="secondary" block>
        {words.claim}
      </SubmitButton>
    </Form>
  );
}
