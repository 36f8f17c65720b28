import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { HELP_NEEDS } from "#app/domain/help/help-request.ts";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { readOwnRequest, withdrawRequest } from "#app/features/help/own-request.server.ts";
import { makeFormat } from "#app/messages/format.ts";
import { helpPageWords } from "#app/messages/help-page.ts";
import stylesheet from "#app/styles/help-page.css?url";
import { OwnPage } from "#app/ui/help/own-page.tsx";
import { answerHelpPage } from "./help-answer.server.tsx";
import { answerNotThere } from "./kept-page.server.tsx";

/** The short page of whoever asked, under sixty bits that nobody guesses. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const code = args.params.code ?? "";
  const request = await readOwnRequest(platform, visit, code);
  if (request === "unknown" || request === "try_later") return answerNotThere("vi", request);
  return showOwn(request, code);
}

export async function action(args: ActionFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const code = args.params.code ?? "";
  const request = await readOwnRequest(platform, visit, code);
  if (request === "unknown" || request === "try_later") return answerNotThere("vi", request);
  const fields = await receiveForm(args.request);
  if (fields?.get("sure") !== "yes") return showOwn(request, code, true);
  await withdrawRequest(platform, visit, request);
  return redirect(HELP_PATHS.own(code), { status: 303, headers: { "Cache-Control": "no-store" } });
}

type OwnRequest = Exclude<Awaited<ReturnType<typeof readOwnRequest>>, string>;

function showOwn(request: OwnRequest, code: string, isUnsure = false): Response {
  const page = (
    <OwnPage
      state={request.state}
      village={request.villageName}
      needs={HELP_NEEDS.filter((need) => request.needs.includes(need)).map(
        (need) => helpPageWords.needs[need],
      )}
      sentAt={makeFormat("vi").moment(request.arrivedAt.getTime())}
      code={code}
      isUnsure={isUnsure}
      stylesheet={stylesheet}
    />
  );
  return answerHelpPage(page, isUnsure ? 422 : 200);
}
