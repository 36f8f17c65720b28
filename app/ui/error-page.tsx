import House from "lucide-react/icons/house";
import RotateCw from "lucide-react/icons/rotate-cw";
import type { Catalogue } from "#app/messages/catalogue.ts";
import { errorsArea } from "#app/messages/vi/errors.ts";
import { BrokenDrum } from "./broken-drum.tsx";
import { LinkButton } from "./kit/link-button.tsx";
import { useMessages } from "./language.tsx";
import { Page } from "./page.tsx";
import { usePageFrame } from "./page-frame.tsx";

/** What a person sees instead of a page; `status` is the answer's, null when something broke. */
export function ErrorPage({ status }: { status: number | null }) {
  const { errors } = useMessages(errorsArea);
  const { requestId } = usePageFrame();
  const { title, body, isOurFault } = wordsFor(status, errors);
  return (
    <Page width="narrow">
      <div className="grid justify-items-start gap-5 py-6 sm:py-12">
        <BrokenDrum isWhole={!isOurFault} />
        <h1 className="text-3xl">{title}</h1>
        <p className="max-w-prose text-lg text-ink-soft">{body}</p>
        {isOurFault && requestId ? (
          <p>
            {errors.requestCode}: <code className="font-bold tabular-nums">{requestId}</code>
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {isOurFault ? (
            <LinkButton to="" reloadDocument icon={RotateCw}>
              {errors.tryAgain}
            </LinkButton>
          ) : null}
          <LinkButton to="/" reloadDocument variant={isOurFault ? "secondary" : "primary"} icon={House}>
            {errors.goHome}
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}

function wordsFor(status: number | null, errors: Catalogue["errors"]) {
  if (status === 404) return { title: errors.notFoundTitle, body: errors.notFoundBody, isOurFault: false };
  if (status === 403) return { title: errors.forbiddenTitle, body: errors.forbiddenBody, isOurFault: false };
  if (status === 409) return { title: errors.clashedTitle, body: errors.clashedBody, isOurFault: false };
  if (status === 410) return { title: errors.endedTitle, body: errors.endedBody, isOurFault: false };
  if (status === 429) return { title: errors.tooManyTitle, body: errors.tooManyBody, isOurFault: false };
  if (status !== null && status < 500)
    return { title: errors.refusedTitle, body: errors.refusedBody, isOurFault: false };
  if (status === 503) return { title: errors.busyTitle, body: errors.busyBody, isOurFault: true };
  return { title: errors.brokenTitle, body: errors.brokenBody, isOurFault: true };
}
