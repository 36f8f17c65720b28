import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { checkIn } from "#app/features/training/check-in.server.ts";
import { readSessionFace } from "#app/features/training/read-session-face.server.ts";
import { checkInSchema } from "#app/features/training/training.schema.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { SessionFacts } from "#app/ui/training/session-facts.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).checkIn.title };

/** The address behind the code on the host's screen: "?buoi=...&ma=123456". */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.attend");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const done = query.get("xong") ?? "";
  const wanted = isId(done) ? done : (query.get("buoi") ?? "");
  const found = isId(wanted) ? await readSessionFace(caller, wanted) : null;
  const code = query.get("ma") ?? "";
  return {
    ...(found ?? { session: null, ownTopics: [] }),
    isDone: isId(done) && found?.isPresent === true,
    hasClaim: found?.hasClaim ?? false,
    code: /^\d{6}$/.test(code) ? code : "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.attend");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, checkInSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { sessionId = null, code } = form.value;
  const verdict = await checkIn(caller, { sessionId, code });
  if (verdict.ok) return goOn(`${TRAINING_PATHS.checkIn}?xong=${verdict.value.session.id}`);
  const { ok: _, ...problem } = verdict;
  if (problem.code === "not_permitted") throw notFound();
  return askAgain({ [problem.code === "training_code_wrong" ? "code" : "form"]: problem }, form.values);
}

export default function TrainingCheckIn() {
  const { session, ownTopics, code, isDone, hasClaim } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.checkIn;
  const topicName = useTopicNames(ownTopics);
  if (isDone && session)
    return (
      <Page title={words.title} width="narrow">
        <Notice
          tone="success"
          title={words.done(session.title)}
          action={<LinkButton to={TRAINING_PATHS.own}>{words.again}</LinkButton>}
        >
          {hasClaim ? words.doneClaim : null}
        </Notice>
      </Page>
    );
  const isScanned = code !== "" && session !== null && !answer;
  return (
    <Page title={words.title} lead={isScanned ? words.scanned : words.lead} width="narrow">
      {session ? (
        <Card title={session.title}>
          <SessionFacts session={session} topicName={topicName} />
        </Card>
      ) : null}
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ code: words.code }} />
        {session ? <input type="hidden" name="sessionId" value={session.id} /> : null}
        {isScanned ? (
          <input type="hidden" name="code" value={code} />
        ) : (
          <TextField
            {...fieldOf(answer, "code", code)}
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
          />
        )}
        <SubmitButton size="large">{words.here}</SubmitButton>
      </Form>
    </Page>
  );
}
