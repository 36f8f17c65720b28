import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerDetailForm } from "#app/features/targets/answer-forms.server.ts";
import { readAccountable } from "#app/features/targets/read-accountable.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DetailForm } from "#app/ui/targets/detail-form.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";

export const handle: PageHandle = { title: (say) => say(targetsArea).form.newTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.edit");
  if (caller.communeId === null) throw notFound();
  return { id: newIds(caller, 1)[0] ?? "", people: await readAccountable(caller) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "target.edit");
  const fields = await receiveForm(args.request);
  const id = new URL(args.request.url).searchParams.get("ma");
  if (caller.communeId === null || fields === null || id === null || !isId(id)) throw notFound();
  const key = `own-${id}`;
  const answer = await answerDetailForm(caller, key, true, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TARGET_BOARD_PATHS.one(key)}?xong=luu`);
}

export default function TargetNew() {
  const { id, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { targets: words } = useMessages(targetsArea);
  return (
    <Page
      title={words.form.newTitle}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: TARGET_BOARD_PATHS.board, label: words.title }]} />}
    >
      <DetailForm entry={null} isOwn people={people} answer={answer} newId={id} />
    </Page>
  );
}
