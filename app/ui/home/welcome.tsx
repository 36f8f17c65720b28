import LogIn from "lucide-react/icons/log-in";
import QrCode from "lucide-react/icons/qr-code";
import ShieldCheck from "lucide-react/icons/shield-check";
import { GUIDE_PATH } from "#app/domain/guides/guide.ts";
import { guidesArea } from "#app/messages/vi/guides.ts";
import { homeArea } from "#app/messages/vi/home.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { DrumSun } from "./drum-sun.tsx";

/** The first page for somebody who is not signed in: what this is, in three sentences, and the way in. */
export function Welcome() {
  const { home, guides } = useMessages(homeArea, guidesArea);
  return (
    <>
      <section className="relative overflow-hidden bg-night text-night-soft">
        <div className="mx-auto grid max-w-[90rem] items-center gap-8 px-4 pb-12 pt-6 sm:px-10 lg:min-h-[36rem] lg:grid-cols-[1.15fr_1fr] lg:py-14">
          <div className="relative z-10 max-w-2xl">
            <h1 className="rise text-[2.25rem] leading-[1.32] text-night-ink sm:text-5xl">{home.headline}</h1>
            <div className="mt-4 grid gap-2.5 sm:mt-5 sm:gap-3 sm:text-lg">
              {home.lead.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
            <div className="mt-6 flex flex-wrap gap-x-3 gap-y-1 sm:mt-8">
              <LinkButton to="/dang-nhap" variant="gold" size="large" icon={LogIn}>
                {home.signIn}
              </LinkButton>
              <LinkButton
                to="/ghi-danh"
                size="large"
                variant="quiet"
                icon={QrCode}
                className="text-night-soft"
              >
                {home.haveSlip}
              </LinkButton>
            </div>
          </div>
          <DrumSun className="mx-auto w-[min(100%,34rem)] max-lg:-mb-[calc(3rem+50%)]" />
        </div>
      </section>
      <div className="brocade" aria-hidden="true" />
      <section className="mx-auto max-w-[90rem] px-4 py-12 sm:px-10 lg:py-16">
        <h2 className="text-3xl">{home.howTitle}</h2>
        <ol className="mt-8 grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {home.steps.map(({ title, body }, index) => (
            <li key={title} className="border-t-4 border-gold pt-4">
              <p className="text-3xl font-bold text-gold-ink">{index + 1}</p>
              <h3 className="text-xl">{title}</h3>
              <p className="mt-1 text-ink-soft">{body}</p>
            </li>
          ))}
        </ol>
        <p className="mt-8">
          <TextLink to={GUIDE_PATH} className="inline-flex min-h-12 items-center text-lg">
            {guides.withPictures}
          </TextLink>
        </p>
      </section>
      <section className="border-t border-line bg-sunken">
        <div className="mx-auto grid max-w-[90rem] gap-6 px-4 py-12 sm:px-10 lg:grid-cols-[1fr_2fr]">
          <h2 className="text-2xl">{home.trustTitle}</h2>
          <ul className="grid gap-3 text-lg">
            {home.trust.map((sentence) => (
              <li key={sentence} className="flex gap-3">
                <ShieldCheck size="1.4em" aria-hidden className="mt-0.5 shrink-0 text-accent-ink" />
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}
