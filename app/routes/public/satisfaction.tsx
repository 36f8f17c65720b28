import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import Frown from "lucide-react/icons/frown";
import Meh from "lucide-react/icons/meh";
import Smile from "lucide-react/icons/smile";
import { HELP_SUBJECTS, isHelpSubject, MOODS, type Mood } from "#app/domain/satisfaction/satisfaction.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { admitSatisfaction, saySatisfaction } from "#app/features/satisfaction/say-satisfaction.server.ts";
import { satisfactionArea } from "#app/messages/vi/satisfaction.ts";
import type { Icon } from "#app/ui/kit/icon.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { SATISFACTION_PATHS } from "#app/ui/satisfaction/paths.ts";

export const handle: PageHandle = { title: (say) => say(satisfactionArea).title };

/** K14: two taps of somebody who was helped. No account, and nothing is kept of whoever taps. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const address = args.params.code ?? "";
  const village = await admitSatisfaction(platform, visit, address);
  if (village === "unknown" || village === "try_later") throw notFound();
  const query = new URL(args.request.url).searchParams;
  const subject = query.get("viec") ?? "";
  return {
    address,
    villageName: village.villageName,
    subject: isHelpSubject(subject) ? subject : null,
    isSaid: query.get("xong") === "cam-on",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const address = args.params.code ?? "";
  const village = await admitSatisfaction(platform, visit, address);
  const fields = await receiveForm(args.request);
  if (village === "unknown" || village === "try_later" || fields === null) throw notFound();
  const subject = String(fields.get("subject"));
  const mood = MOODS.find((each) => each === fields.get("mood"));
  if (!isHelpSubject(subject) || !mood) return data({ isTooMany: false }, { status: 422 });
  const said = await saySatisfaction(platform, visit, village, { subject, mood });
  if (said === "try_later")
    return data({ isTooMany: true }, { status: 429, headers: { "Retry-After": "3600" } });
  return goOn(`${SATISFACTION_PATHS.ask(address)}?xong=cam-on`);
}

const FACES: Readonly<Record<Mood, Icon>> = { pleased: Smile, neutral: Meh, displeased: Frown };

const TILE =
  "flex min-h-16 w-full items-center justify-center gap-3 rounded-xl border-2 border-line bg-surface px-4 py-3 " +
  "text-lg font-bold hover:border-accent";

export default function Satisfaction() {
  const { address, villageName, subject, isSaid } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { satisfaction: words } = useMessages(satisfactionArea);
  const here = SATISFACTION_PATHS.ask(address);
  return (
    <Page title={words.askTitle(villageName)} lead={words.askLead} width="narrow">
      {answer?.isTooMany ? <Notice tone="warning">{words.tooMany}</Notice> : null}
      {isSaid ? (
        <Notice tone="success" title={words.thanks}>
          {words.thanksBody}
        </Notice>
      ) : subject === null ? (
        <section className="grid gap-3">
          <h2 className="text-xl">{words.first}</h2>
          <ul className="grid gap-3 sm:grid-cols-2">
            {HELP_SUBJECTS.map((each) => (
              <li key={each}>
                <Link to={`${here}?viec=${each}`} className={TILE}>
                  {words.subjects[each]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <section className="grid gap-3">
          <p className="text-lg">{words.subjects[subject]}</p>
          <h2 className="text-xl">{words.second}</h2>
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="subject" value={subject} />
            {MOODS.map((mood) => {
              const Face = FACES[mood];
              return (
                <button key={mood} type="submit" name="mood" value={mood} className={TILE}>
                  <Face size="2rem" aria-hidden className="shrink-0" />
                  {words.moods[mood]}
                </button>
              );
            })}
          </Form>
          <TextLink to={here} className="inline-flex min-h-12 items-center">
            {words.other}
          </TextLink>
        </section>
      )}
    </Page>
  );
}
