import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { isDoorOpen } from "#app/domain/training/training-session.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { screenCode } from "#app/features/training/check-in.server.ts";
import { countPresent, readSessionRoll } from "#app/features/training/read-desk.server.ts";
import { moment } from "#app/features/training/read-training-rates.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { QrCode } from "#app/ui/kit/qr-code.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).screen.title };

/** The host's screen: a code that is new every minute, for the room to scan. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.manage");
  const { communeId, platform } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const roll = await readSessionRoll(caller, idParam(args.params.sessionId));
  if (!roll?.mayKeep || roll.session.cancelledWhy !== null) throw notFound();
  const { session } = roll;
  const { today, minuteOfDay } = moment(caller.now);
  const base = { live, id: session.id, title: session.title, ...countPresent(roll) };
  if (!isDoorOpen(session, today, minuteOfDay)) return { ...base, code: null, address: "", secondsLeft: 0 };
  const { code, secondsLeft } = screenCode(caller, communeId, session.id);
  const address = `${platform.config.publicOrigins[0]}${TRAINING_PATHS.checkIn}?buoi=${session.id}&ma=${code}`;
  return { ...base, code, address, secondsLeft };
}

export default function TrainingScreen() {
  const { id, title, code, address, secondsLeft, present, invited, live } = useLoaderData<typeof loader>();
  const { training } = useMessages(trainingArea);
  const words = training.screen;
  const { revalidate } = useRevalidator();
  useLive(live);
  useEffect(() => {
    if (code === null) return;
    const timer = setTimeout(revalidate, secondsLeft * 1000 + 250);
    return () => clearTimeout(timer);
  }, [code, secondsLeft, revalidate]);
  return (
    <Page
      title={title}
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.session(id), label: words.back }]} />}
    >
      {code === null ? (
        <Notice tone="info">{words.closed}</Notice>
      ) : (
        <div className="grid justify-items-center gap-5 rounded-xl border border-line bg-surface p-6 text-center shadow-card">
          <QrCode content={address} label={words.title} size="min(22rem, 80vw)" />
          <p className="max-w-prose text-lg">{words.scan}</p>
          <p className="text-4xl font-bold tracking-widest tabular-nums">
            {code.slice(0, 3)} {code.slice(3)}
          </p>
          <p className="text-ink-soft">
            {words.left(secondsLeft)}.{" "}
            <TextLink
              to={TRAINING_PATHS.screen(id)}
              reloadDocument
              className="inline-flex min-h-12 items-center"
            >
              {words.renew}
            </TextLink>
          </p>
          <p role="status" className="text-xl font-bold">
            {words.present(present, invited)}
          </p>
        </div>
      )}
    </Page>
  );
}
