import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { admitPoster } from "#app/features/help/admit-poster.server.ts";
import { askSchema } from "#app/features/help/help.schema.ts";
import { sendRequest } from "#app/features/help/send-request.server.ts";
import { helpPageWords } from "#app/messages/help-page.ts";
import { officialName } from "#app/messages/official-names.ts";
import { sayRejection } from "#app/messages/rejections.ts";
import { capitalised, defaultTerms } from "#app/messages/terms.ts";
import { rejections } from "#app/messages/vi/rejections.ts";
import stylesheet from "#app/styles/help-page.css?url";
import { AskPage } from "#app/ui/help/ask-page.tsx";
import { answerHelpPage } from "./help-answer.server.tsx";
import { answerNotThere } from "./kept-page.server.tsx";

/** L31: what opens behind the code of a village's poster. No account, no script, no framework. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit, now } = await allowAnyone(args);
  const poster = await admitPoster(platform, visit, args.params.code ?? "");
  if (poster === "unknown" || poster === "try_later") return answerNotThere("vi", poster);
  const id = makeId(now.getTime(), platform.random.bytes(10));
  return answerHelpPage(
    <AskPage id={id} {...placeOf(poster)} problems={{}} values={{}} stylesheet={stylesheet} />,
  );
}

export async function action(args: ActionFunctionArgs) {
  const { platform, visit, now } = await allowAnyone(args);
  const poster = await admitPoster(platform, visit, args.params.code ?? "");
  if (poster === "unknown" || poster === "try_later") return answerNotThere("vi", poster);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  // Only a program fills in the field that nobody sees; it learns nothing from the answer.
  if (String(fields.get("website") ?? "") !== "")
    return new Response(helpPageWords.received, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  const form = await readForm(fields, askSchema);
  const again = (problems: Record<string, string>, status: number, headers: Record<string, string> = {}) => {
    const id = form.ok ? form.value.id : makeId(now.getTime(), platform.random.bytes(10));
    const page = (
      <AskPage
        id={id}
        {...placeOf(poster)}
        problems={problems}
        values={form.values}
        stylesheet={stylesheet}
      />
    );
    return answerHelpPage(page, status, headers);
  };
  if (!form.ok) return again(sentencesOf(form.problems), 422);
  if (!form.value.consent) return again(sentencesOf({ consent: { code: "help_consent_missing" } }), 422);
  const sent = await sendRequest(platform, visit, poster, form.value);
  if (!sent.ok) {
    const says = helpPageWords.tooMany(Math.ceil(sent.seconds / 60));
    return again({ needs: says }, 429, { "Retry-After": String(sent.seconds) });
  }
  return redirect(HELP_PATHS.own(sent.value.address), {
    status: 303,
    headers: { "Cache-Control": "no-store" },
  });
}

function sentencesOf(problems: FormProblems): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([name, problem]) => {
      if (!problem) return [];
      const says =
        name === "needs" ? helpPageWords.needsMissing : sayRejection(rejections, problem, defaultTerms.vi);
      return [[name, says]];
    }),
  );
}

function placeOf({
  villageName,
  communeKind,
  communeName,
}: Exclude<Awaited<ReturnType<typeof admitPoster>>, string>) {
  return { village: villageName, place: capitalised(officialName(communeKind, communeName)) };
}
