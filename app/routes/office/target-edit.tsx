import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerDetailForm } from "#app/features/targets/answer-forms.server.ts";
import { readAccountable } from "#app/features/targets/read-accountable.server.ts";
import { readTargetEntry } from "#app/features/targets/read-target-board.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DetailForm } from "#app/ui/targets/detail-form.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";

export const handle: PageHandle = { title: (say) => say(targetsArea).form.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.edit");
  if (caller.communeId === null) throw notFound();
  const entry = await readTargetEntry(caller, args.params.target ?? "");
  if (!entry) throw notFound();
  return { entry, people: await readAccountable(caller) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "target.edit");
  const fields = await receiveForm(args.request);
  const entry = caller.communeId === null ? null : await readTargetEntry(caller, args.params.target ?? "");
  if (!entry || fields === null) throw notFound();
  const { key, isOwn } = entry;
  const answer = await answerDetailForm(caller, key, isOwn, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  const isGone = isOwn && fields.has("retire");
  return goOn(`${isGone ? TARGET_BOARD_PATHS.board : TARGET_BOARD_PATHS.one(key)}?xong=luu`);
}

export default function TargetEdit() {
  const { entry, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { targets: words } = useMessages(targetsArea);
  return (
    <Page
      title={words.form.title}
      lead={entry.text}
      width="narrow"
      trail={
        <Breadcrumb
          steps={[
            { to: TARGET_BOARD_PATHS.board, label: words.title },
            { to: TARGET_BOARD_PATHS.one(entry.key), label: words.details },
          ]}
        />
      }
    >
      {entry.isOwn ? null : (
        <Notice tone="info" action={<TextLink to="/van-phong/ke-hoach">{words.form.planLink}</TextLink>}>
          {words.form.planWords}
        </Notice>
      )}
      <DetailForm entry={entry} isOwn={entry.isOwn} people={people} answer={answer} />
    </Page>
  );
}
